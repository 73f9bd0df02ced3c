"""Make the kit for Windows without internet (``make kit``): wheels and files to double-click.

The zip holds keikaku and all it needs as wheels for CPython 3.11 to 3.14 on 64-bit Windows, and
batch files that set it up, draw the map and ask a question. They work in a path with blanks and
Japanese letters, and on a shared drive.

pip weighs the conditions of a lock (``; sys_platform == 'win32'``) for the system that it runs on,
whatever ``--platform`` says; so they are weighed here, for the system that the kit is for.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parent.parent
KIT = ROOT / "out" / "keikaku-kit-windows.zip"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")

BATCHES = {
    "セットアップ.bat": r"""@echo off
chcp 932 >nul
pushd "%~dp0"
set "PYTHON=py -3"
where py >nul 2>nul
if errorlevel 1 set "PYTHON=python"
%PYTHON% -c "import sys as s; s.exit(not (3, 11) <= s.version_info < (3, 15) or s.maxsize < 2**32)"
if errorlevel 1 (
  echo Python 3.11～3.14（64ビット）がありません。インストールしてから、もう一度実行してください。
  pause
  exit /b 1
)
echo セットアップしています。1～3分かかります。
%PYTHON% -m venv --clear ".venv"
if errorlevel 1 (pause & exit /b 1)
".venv\Scripts\python.exe" -m pip install --quiet --no-index --find-links "wheels" keikaku
if errorlevel 1 (
  echo インストールできませんでした。上の表示を、このキットを渡した人に伝えてください。
  pause
  exit /b 1
)
echo セットアップが終わりました。「地図を作る.bat」「計画を聞く.bat」をダブルクリックしてください。
pause
""",
    "地図を作る.bat": r"""@echo off
chcp 932 >nul
pushd "%~dp0"
if not exist ".venv\Scripts\keikaku.exe" (
  echo 先に「セットアップ.bat」を実行してください。
  pause
  exit /b 1
)
if not "%~1"=="" ".venv\Scripts\keikaku.exe" load %* --out "計画.json"
if errorlevel 1 (pause & exit /b 1)
if not "%~1"=="" pause
if "%~1"=="" (
  ".venv\Scripts\keikaku.exe" map --out "地図.html"
) else (
  ".venv\Scripts\keikaku.exe" map --graph "計画.json" --out "地図.html"
)
if errorlevel 1 (pause & exit /b 1)
start "" "地図.html"
""",
    "計画を聞く.bat": r"""@echo off
chcp 932 >nul
pushd "%~dp0"
if not exist ".venv\Scripts\keikaku.exe" (
  echo 先に「セットアップ.bat」を実行してください。
  pause
  exit /b 1
)
:again
set "QUESTION="
set /p "QUESTION=知りたいことを入力してください（終わるときは Enter だけ）: "
if not defined QUESTION exit /b 0
if exist "計画.json" (
  ".venv\Scripts\keikaku.exe" ask "%QUESTION%" --graph "計画.json"
) else (
  ".venv\Scripts\keikaku.exe" ask "%QUESTION%"
)
goto again
""",
}
README_NAME = "はじめにお読みください.txt"
README = """keikaku（計画）Windows 用キット

1. zip を右クリックして「すべて展開」します。zip を開いたままでは動きません。
   展開したフォルダーで「セットアップ.bat」をダブルクリックします
   （初回と、新しいキットに替えたときだけ。インターネットは不要です）。
2. 「地図を作る.bat」をダブルクリックすると、同梱の計画の地図が開きます。
   ご自分の計画（Excel、Word、PDF、HTML、CSV、テキスト）を「地図を作る.bat」の上にドラッグすると、
   読み込んだ結果が表示され、何かキーを押すとその計画の地図が開きます。複数のファイルをまとめてドラッグできます。
3. 「計画を聞く.bat」をダブルクリックすると、文章で質問できます。
   2で読み込んだ計画（計画.json）があれば、その計画に質問します。同梱の計画に戻すときは計画.jsonを削除します。

必要なもの: Windows 10 以降（64ビット）、Python 3.11～3.14（https://www.python.org/ の標準のもの）。
"""


def files() -> dict[str, bytes]:
    """Return what the kit holds beside its wheels; batch files have the line ends of Windows.

    Batch files are in the code page of Japanese Windows: on Windows 10, ``set /p`` loses every
    Japanese letter that is typed under code page 65001.
    """
    texts = {**BATCHES, README_NAME: README}
    codes = {name: "cp932" if name.endswith(".bat") else "utf-8-sig" for name in texts}
    return {name: text.replace("\n", "\r\n").encode(codes[name]) for name, text in texts.items()}


def windows(python: str) -> dict[str, str]:
    """Return what the conditions of requirements are weighed by for one Python on Windows."""
    return {
        "implementation_name": "cpython",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "platform_system": "Windows",
        "python_full_version": f"{python}.0",
        "python_version": python,
        "sys_platform": "win32",
    }


def lines_for_windows(lock: str, python: str) -> list[str]:
    """Return what of a lock is for one Python on Windows, a line for each package, with hashes."""
    kept = []
    joined = lock.replace("\\\n", " ")
    for line in (line for line in joined.splitlines() if line and line.lstrip()[0] != "#"):
        needed, *hashes = line.split(" --hash=")
        requirement = Requirement(needed.strip())
        if requirement.marker is None or requirement.marker.evaluate(windows(python)):
            pinned = f"{requirement.name}{requirement.specifier}"
            kept.append(" --hash=".join([pinned, *map(str.strip, hashes)]))
    return kept


def download(folder: Path, python: str, *, lock: Path = ROOT / "requirements.lock") -> None:
    """Fetch the wheels of the lock for one Python on 64-bit Windows.

    Raises:
        CalledProcessError: a package has no wheel for it.
    """
    platform = ["--platform", "win_amd64", "--python-version", python, "--implementation", "cp"]
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    command += [*platform, "--only-binary", ":all:", "--require-hashes", "--no-deps"]
    wanted = folder / "windows.txt"
    lines = lines_for_windows(lock.read_text(encoding="utf-8"), python)
    wanted.write_text("\n".join(lines), encoding="utf-8")
    subprocess.run([*command, "-r", str(wanted), "-d", str(folder)], check=True)
    wanted.unlink()


def missing(folder: Path, python: str) -> list[str]:
    """Return what the wheels of a folder need on Windows without one of them fulfilling it."""
    wheels = sorted(folder.glob("*.whl"))
    versions = {
        name: version for name, version, *_ in (parse_wheel_filename(w.name) for w in wheels)
    }
    return sorted(
        {
            f"{wheel.name}: {needed}"
            for wheel in wheels
            for needed in _needs(wheel)
            if needed.marker is None or needed.marker.evaluate({**windows(python), "extra": ""})
            if not _fulfils(versions.get(canonicalize_name(needed.name)), needed)
        }
    )


def _needs(wheel: Path) -> Iterator[Requirement]:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        head = HeaderParser().parsestr(archive.read(name).decode("utf-8"))
    return map(Requirement, head.get_all("Requires-Dist", []))


def _fulfils(version: object, needed: Requirement) -> bool:
    return version is not None and needed.specifier.contains(str(version), prereleases=True)


def main() -> None:
    """Fetch the wheels, build our own, and write the zip."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for python in PYTHONS:
            print(f"CPython {python} ...")
            download(folder, python)
        wheel = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
        subprocess.run([*wheel, "--no-build-isolation", "-w", str(folder), str(ROOT)], check=True)
        for python in PYTHONS:
            if lacking := missing(folder, python):
                sys.exit(f"CPython {python} on Windows lacks:\n" + "\n".join(lacking))
        KIT.parent.mkdir(exist_ok=True)
        with zipfile.ZipFile(KIT, "w", zipfile.ZIP_DEFLATED) as archive:
            for file, data in files().items():
                archive.writestr(f"keikaku/{file}", data)
            for path in sorted(folder.glob("*.whl")):
                archive.write(path, f"keikaku/wheels/{path.name}")
    print(f"{KIT.relative_to(ROOT)}: {KIT.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
