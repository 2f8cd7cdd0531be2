"""A terminal where the answers are already typed, and what its screen shows."""

from followup.asking import Terminal


def typed(*answers: str) -> tuple[Terminal, list[str]]:
    """The terminal and its screen, line by line. When the answers are out, so is the input."""
    screen: list[str] = []
    coming = iter(answers)

    def read(prompt: str) -> str:
        answer = next(coming, None)
        if answer is None:
            raise EOFError
        screen.append(f"{prompt}{answer}".rstrip())
        return answer

    return Terminal(read, screen.append), screen
