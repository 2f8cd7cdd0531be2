"""Start here: python3 build.py. Runs followup in a Python that has its packages."""

import sys

if sys.version_info < (3, 11):
    sys.stderr.write(
        "Det här är Python "
        + ".".join(str(part) for part in sys.version_info[:3])
        + ", men Python 3.11 eller nyare behövs. Hämta den på python.org.\n"
    )
    sys.exit(2)


def main(argv: list[str]) -> int:
    from io import TextIOWrapper
    from pathlib import Path

    from followup import environment
    from followup.diagnostics import FollowupError

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # å ä ö in a Windows pipe
    try:
        environment.ensure(Path(__file__).resolve().parent, argv)
    except FollowupError as error:
        sys.stderr.write(str(error) + "\n")
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("\nAvbrutet. Kör igen när du vill.\n")
        return 130
    from followup import cli

    return cli.main(argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
