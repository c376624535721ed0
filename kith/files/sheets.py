"""The one door to the cells of a file: every sheet of it, or one sentence saying why not."""

from pathlib import Path

from kith.files.cells import Sheet
from kith.files.errors import FileMissingError
from kith.files.limits import LIMITS, Limits
from kith.files.locked import as_unlocked
from kith.files.ods import read_ods
from kith.files.recognise import Container, check_size, container_of, not_a_workbook
from kith.files.text_tables import read_text_table
from kith.files.xls import read_xls
from kith.files.xlsx import read_xlsx
from kith.files.zipped import Inside, opened
from kith.files.zipped_tables import read_zipped_tables


def read_sheets(
    source: Path | str | bytes, *, name: str = "", password: str = "", limits: Limits = LIMITS
) -> list[Sheet]:
    """Every worksheet of a workbook (xlsx, xls, ods), or of a CSV file or a zip of such, in its order.

    The file is judged by its content. `name` is what sentences call it when the path is not what its owner knows it
    by; the sheet of a lone CSV file is called after it. Row and column numbers are those the spreadsheet shows.
    Raises a FileProblemError.
    """
    data, called = (source, name or "The file") if isinstance(source, bytes) else _bytes_of(Path(source), name, limits)
    container = container_of(data, called, limits)
    if container is Container.TEXT:
        return [read_text_table(data, called, sheet=Path(called).stem, limits=limits)]
    if container is Container.OLD_OFFICE:
        data = as_unlocked(data, called, password, limits)
        container = container_of(data, called, limits)
    return read_xls(data, called, limits) if container is Container.OLD_OFFICE else _read_zip(data, called, limits)


def _read_zip(data: bytes, called: str, limits: Limits) -> list[Sheet]:
    package, inside, kind = opened(data, called, limits)
    if inside is Inside.XLSX:
        return read_xlsx(data, package, limits)
    if inside is Inside.ODS:
        return read_ods(package, limits)
    if inside is Inside.FILES:
        return read_zipped_tables(package, limits)
    raise not_a_workbook(called, kind)


def _bytes_of(path: Path, name: str, limits: Limits) -> tuple[bytes, str]:
    called = name or path.name
    try:
        check_size(path.stat().st_size, called, limits)
        return path.read_bytes(), called
    except FileNotFoundError as wrong:
        raise FileMissingError(f"There is no file {path}.") from wrong
    except OSError as wrong:
        raise FileMissingError(f"{called} cannot be opened: {wrong.strerror}.") from wrong
