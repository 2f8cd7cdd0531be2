"""Contrast between colours, as WCAG 2.2 measures it."""

from colorsys import hls_to_rgb, rgb_to_hls

PAPER = "#ffffff"
PAPER_DARK = "#101817"
LEAST_CONTRAST = 7.0


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, from 1 to 21.

    Source: WCAG 2.2, definition of contrast ratio and of relative luminance.
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def nearest_readable(colour: str, paper: str) -> str:
    """The colour of the same hue, nearest in lightness, that reaches 7:1 against `paper`.

    White or black, whichever is best, where no such colour does.
    """
    if contrast(colour, paper) >= LEAST_CONTRAST:
        return colour
    hue, lightness, saturation = rgb_to_hls(*_channels(colour))
    step = 1 if contrast("#ffffff", paper) > contrast("#000000", paper) else -1
    for percent in range(round(lightness * 100), 101 if step > 0 else -1, step):
        candidate = _hex(hls_to_rgb(hue, percent / 100, saturation))
        if contrast(candidate, paper) >= LEAST_CONTRAST:
            return candidate
    return "#ffffff" if step > 0 else "#000000"


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
