"""The commands: what is printed, and the exit code.

0 done, 1 faults in the content, 2 the world is in the way, 3 a fault in the program.
"""

import os
import sys
import time
import traceback
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from zoneinfo import ZoneInfo

from followup import swedish
from followup.arguments import NEW_SITE, Request, help_text, parse
from followup.asking import F, Terminal, fill
from followup.content.files import read_tree
from followup.diagnostics import FollowupError
from followup.guide import editor
from followup.guide import told as guide
from followup.pipeline import BuildResult, Job, build
from followup.publish import Published, publish
from followup.reporting import as_annotations, as_json, report, show
from followup.rules import catalogue
from followup.scaffold import make, starter
from followup.scaffold.kinds import KINDS
from followup.scaffold.make import fold
from followup.swedish import count_digits, day, day_of_year, listing

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = "py build.py" if os.name == "nt" else "python3 build.py"


def main(argv: Sequence[str]) -> int:
    """Does what the words ask for and returns the exit code."""
    sys.excepthook = _our_fault
    try:
        request = parse(argv)
        if request.wants_help:
            print(help_text(PROGRAM))
            return 0
        return _COMMANDS[request.command](request)
    except FollowupError as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read our words has left: nothing more to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _build(request: Request) -> int:
    started = time.monotonic()
    target = request.target or ROOT / "site"
    if request.with_drafts and target.resolve() == ROOT / "site":
        raise FollowupError(
            "Utkast får inte hamna i mappen site, som publiceras. Titta på dem med "
            f"{PROGRAM} visa --utkast, eller välj en annan mapp med --till."
        )
    _refuse_sources(target, _content(request))
    if request.seen_from and request.seen_from > _today() and target.resolve() == ROOT / "site":
        raise FollowupError(
            f"{day(request.seen_from)} har inte varit än. Då skulle sådant som ska publiceras "
            "senare hamna i mappen site. Välj en annan mapp med --till."
        )
    result = build(_job(request))
    if result.has_errors:
        kept = f"{UNTOUCHED[:-1]}: den gamla versionen ligger kvar."
        _tell(request, result, kept if target.exists() else "Ingen webbplats har gjorts.")
        return 1
    published = publish(result.files, target)
    fate = _fate(result, published, _shown(target), time.monotonic() - started)
    _tell(request, result, fate, _notes(request, result, published))
    return 0


def _refuse_sources(target: Path, content: Path) -> None:
    """Raises FollowupError when the site would land among the files that it is made from."""
    place = target.resolve()
    folders = (content.resolve(), *(ROOT / name for name in _SOURCES))
    is_above = any(folder.is_relative_to(place) for folder in folders)
    if is_above or any(place.is_relative_to(folder) for folder in folders):
        raise FollowupError(
            f"Webbplatsen kan inte läggas i {target}, för där ligger filerna som den görs av. "
            "Välj en egen mapp med --till."
        )


def _check(request: Request) -> int:
    result = build(_job(request))
    nothing = f"Inga fel och inga varningar i {_shown(_content(request))}. "
    _tell(request, result, f"{'' if result.diagnostics else nothing}{UNTOUCHED}")
    return 1 if result.has_errors else 0


def _explain(request: Request) -> int:
    print(catalogue.told(request.topic) if request.topic else catalogue.listed(PROGRAM))
    return 0


def _show(request: Request) -> int:
    from followup.preview.server import serve

    watched = (_content(request), ROOT / "templates", ROOT / "assets")
    serve(lambda: _job(request), watched, request.port)
    return 0


def _new(request: Request) -> int:
    try:
        print(_new_site(request) if request.new == NEW_SITE else _new_file(request))
    except KeyboardInterrupt:
        print("\nAvbrutet. Ingenting har skrivits.", file=sys.stderr)
        return 130
    except EOFError:
        print(file=sys.stderr)  # the line of the question
        raise FollowupError("Svaren tog slut. Ingenting har skrivits.") from None
    return 0


def _new_file(request: Request) -> str:
    """Makes a content file; returns what there is to do next."""
    if request.target:
        raise FollowupError("--till hör till ny webbplats. Var innehållet ligger: --innehåll.")
    content = _content(request)
    files, _ = read_tree(content)
    kind = next(kind for kind in KINDS if kind.name == request.new)
    draft = _asked(make.start(kind, files, _today(), dict(request.values)))
    done = make.finish(draft, PROGRAM)
    path = make.create(content, done.paths(), done.text())
    words = f" --innehåll {request.content}" if request.content else ""
    return (
        f"Ny fil:  {_shown(path)}\n"
        "Öppna den och skriv texten längst ner, under raden med tre bindestreck.\n"
        f"Kontrollera sedan:  {PROGRAM} kontrollera{words}"
    )


def _new_site(request: Request) -> str:
    """Makes a content folder for another municipality; returns how to build it."""
    command = f"{PROGRAM} ny {NEW_SITE} --till"
    if not request.target:
        raise FollowupError(f"Skriv i vilken mapp, till exempel:  {command} ../mitt-innehall")
    folder = request.target
    starter.refuse_used(folder)
    draft = _asked(starter.start(_today(), dict(request.values)))
    for path, text in starter.finish(draft, f"{command} {folder}").items():
        make.create(folder, [path], text)
    where = f"--innehåll {folder}"
    return (
        f"Nytt innehåll:  {folder}\n"
        f"Titta på det:  {PROGRAM} visa {where}\n"
        f"Gör webbplatsen:  {PROGRAM} {where}\n"
        f"Byt sedan ut exemplen. En ny åtgärd:  {PROGRAM} ny åtgärd {where}"
    )


def _asked(form: F) -> F:
    """The form with its questions answered, when there is somebody to answer them."""
    return fill(form, Terminal(input, print)) if sys.stdin.isatty() else form


def _fields(request: Request) -> int:
    """Tells of the fields, or writes what an editor needs to suggest them."""
    if request.target and request.topic:
        raise FollowupError("Efter --till görs förslag för alla fält. Ta bort ordet efter fält.")
    if request.target:
        written = editor.write(request.target, editor.files(editor.known(_content(request))))
        folder = _shown(request.target)
        is_new = f"Förslagen i {folder} är uppdaterade: {listing(written)}."
        print(is_new if written else f"Förslagen i {folder} stämmer redan.")
    else:
        topic = guide.meant(request.topic, fold) if request.topic else ""
        print(guide.about(topic, PROGRAM) if topic else guide.overview(PROGRAM))
    return 0


def _verify(request: Request) -> int:
    """Counts again what a built site says; the folder is the one that was named, or `site`."""
    from followup.recount.told_of import told

    is_alike, lines = told(Path(request.topic) if request.topic else ROOT / "site")
    print("\n".join(lines), file=sys.stdout if is_alike else sys.stderr)
    return 0 if is_alike else 1


def _test(request: Request) -> int:
    import pytest

    os.chdir(ROOT)
    return int(pytest.main([*_ON_ALL_CORES, *request.rest]))


_SOURCES = ("templates", "assets", "followup", "tests", "requirements", ".git", ".venv")
_ON_ALL_CORES = ("-n", "auto", "--dist", "worksteal")
UNTOUCHED = "Webbplatsen är inte ändrad."
_COMMANDS = {
    "bygg": _build,
    "kontrollera": _check,
    "visa": _show,
    "ny": _new,
    "regler": _explain,
    "fält": _fields,
    "verifiera": _verify,
    "testa": _test,
}


def _content(request: Request) -> Path:
    return request.content or ROOT / "content"


def _job(request: Request) -> Job:
    return Job(
        content=_content(request),
        templates=ROOT / "templates",
        assets=ROOT / "assets",
        today=_today(),
        seen_from=request.seen_from,
        with_drafts=request.with_drafts,
        keeps_compiled=request.command == "bygg",
    )


def _today() -> date:
    """The day in Sweden, wherever the machine is."""
    return datetime.now(ZoneInfo("Europe/Stockholm")).date()


def _tell(request: Request, result: BuildResult, fate: str, notes: Iterable[str] = ()) -> None:
    """All that was found, and last what happened to the site."""
    folder = f"{_shown(_content(request))}/"
    match request.format:
        case "json":
            print(as_json(result.diagnostics, result.texts, folder, fate))
        case "github":
            for line in as_annotations(result.diagnostics, result.texts, folder):
                print(line)
            print(f"{_counts(result)}{fate}")
        case "text":
            _show_faults(result, folder)
            for note in notes:
                print(note)
            last = sys.stderr if result.has_errors else sys.stdout
            print(f"{_counts(result)}{fate}", file=last)


def _show_faults(result: BuildResult, folder: str) -> None:
    if result.diagnostics:
        show(report(result.diagnostics, result.texts, folder), sys.stderr)
        rule = min(result.diagnostics).rule
        print(f"Vad en regel menar:  {PROGRAM} regler {rule}", file=sys.stderr)


def _counts(result: BuildResult) -> str:
    """`2 fel och 1 varning. `; nothing when there is none."""
    errors = sum(diagnostic.is_error for diagnostic in result.diagnostics)
    warnings = len(result.diagnostics) - errors
    counts = [f"{errors} fel"] if errors else []
    counts += [count_digits(warnings, "varning", "varningar")] if warnings else []
    return f"{listing(counts)}. " if counts else ""


def _show_again(request: Request) -> str:
    """The command that shows the same site."""
    words = [PROGRAM, "visa"]
    if request.content:
        words += ["--innehåll", str(request.content)]
    if request.seen_from:
        words += ["--idag", request.seen_from.isoformat()]
    return " ".join([*words, "--utkast"] if request.with_drafts else words)


def _notes(request: Request, result: BuildResult, published: Published) -> Iterator[str]:
    """What else there is to know after a build."""
    if published.restored:
        yield f"Ändrat för hand, nu återställt: {_some(published.restored)}"
    if published.foreign:
        yield f"Ligger kvar fast det inte hör till webbplatsen: {_some(published.foreign)}"
    if result.as_of:
        yield f"Allt visas som det såg ut {day(result.as_of)}."
    if result.next_change:
        yield f"Nästa ändring av sig själv: {_coming(result.next_change)}. Bygg om då."
    yield f"Titta på webbplatsen:  {_show_again(request)}"


def _fate(result: BuildResult, published: Published, target: str, seconds: float) -> str:
    pages = count_digits(result.pages, "sida", "sidor")
    made = f"Klart: {pages} på {swedish.seconds(seconds)}. {_written(published)}"
    return f"{made} Webbplatsen ligger i {target}"


def _some(paths: Sequence[str]) -> str:
    """The first of many, and how many more there are."""
    rest = len(paths) - _MOST_NAMED
    return listing([*paths[:_MOST_NAMED], *([f"{rest} till"] if rest > 0 else [])])


_MOST_NAMED = 5


def _coming(when: date) -> str:
    """`3 maj`, with its year when that is another one."""
    return day_of_year(when) if when.year == _today().year else day(when)


def _written(published: Published) -> str:
    if not published.written and not published.removed:
        return "Inget har ändrats sedan sist."
    told = []
    for paths, one, many in (
        (published.written, "fil skriven", "filer skrivna"),
        (published.removed, "borttagen", "borttagna"),
    ):
        told += [count_digits(len(paths), one, many)] if paths else []
    return f"{listing(told)}."


def _shown(path: Path) -> str:
    """The path as short as it can be said from here."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def _our_fault(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """The last resort for a bug: says whose fault it is, shows where, and exits with 3."""
    if issubclass(kind, KeyboardInterrupt):
        os._exit(130)
    print(
        "Detta är ett programfel, inte ett fel i innehållet. Webbplatsen i mappen site är hel. "
        "Skicka texten nedan till den som sköter programmet.",
        file=sys.stderr,
    )
    traceback.print_exception(kind, error, trace)
    sys.stderr.flush()
    sys.stdout.flush()
    os._exit(3)
