"""Make the kit for Windows without internet (``make kit``): wheels and files to double-click.

The zip holds keikaku and all it needs as wheels for CPython 3.11 to 3.14 on 64-bit Windows, and
batch files that set it up, draw the map and ask a question. They work in a path with blanks and
Japanese letters.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KIT = ROOT / "out" / "keikaku-kit-windows.zip"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")

BATCHES = {
    "セットアップ.bat": r"""@echo off
chcp 65001 >nul
cd /d "%~dp0"
where py >nul 2>nul
if errorlevel 1 (
  echo Python が見つかりません。Python 3.11 以降をインストールしてから、もう一度実行してください。
  pause
  exit /b 1
)
py -3 -m venv ".venv"
if errorlevel 1 (pause & exit /b 1)
".venv\Scripts\python.exe" -m pip install --quiet --no-index --find-links "wheels" keikaku
if errorlevel 1 (
  echo インストールできませんでした。Python 3.11～3.14（64ビット）であるかを確認してください。
  pause
  exit /b 1
)
echo セットアップが終わりました。「地図を作る.bat」「計画を聞く.bat」をダブルクリックしてください。
pause
""",
    "地図を作る.bat": r"""@echo off
chcp 65001 >nul
cd /d "%~dp0"
if not exist ".venv\Scripts\keikaku.exe" (
  echo 先に「セットアップ.bat」を実行してください。
  pause
  exit /b 1
)
if "%~1"=="" (
  ".venv\Scripts\keikaku.exe" map --out "地図.html"
) else (
  ".venv\Scripts\keikaku.exe" load "%~1" --out "計画.json"
  if errorlevel 1 (pause & exit /b 1)
  ".venv\Scripts\keikaku.exe" map --graph "計画.json" --out "地図.html"
)
if errorlevel 1 (pause & exit /b 1)
start "" "地図.html"
""",
    "計画を聞く.bat": r"""@echo off
chcp 65001 >nul
cd /d "%~dp0"
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
README = """keikaku（計画）Windows 用キット

1. この zip を展開したフォルダーで「セットアップ.bat」をダブルクリックします
   （初回だけ。インターネットは不要です）。
2. 「地図を作る.bat」をダブルクリックすると、同梱の計画の地図が開きます。
   ご自分の計画（Excel、Word、PDF、テキスト）を「地図を作る.bat」の上にドラッグすると、その計画の地図になります。
3. 「計画を聞く.bat」をダブルクリックすると、文章で質問できます。

必要なもの: Windows 10 以降（64ビット）、Python 3.11～3.14（https://www.python.org/ の標準のもの）。
"""


def files() -> dict[str, bytes]:
    """Return what the kit holds beside its wheels; batch files have the line ends of Windows."""
    texts = {**BATCHES, "はじめにお読みください.txt": README}
    return {name: text.replace("\n", "\r\n").encode("utf-8") for name, text in texts.items()}


def download(folder: Path, python: str, *, lock: Path = ROOT / "requirements.lock") -> None:
    """Fetch the wheels of the lock for one Python on 64-bit Windows.

    Raises:
        CalledProcessError: a package has no wheel for it.
    """
    platform = ["--platform", "win_amd64", "--python-version", python, "--implementation", "cp"]
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    command += [*platform, "--only-binary", ":all:", "--require-hashes", "-r", str(lock)]
    subprocess.run([*command, "-d", str(folder)], check=True)


def main() -> None:
    """Fetch the wheels, build our own, and write the zip."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for python in PYTHONS:
            print(f"CPython {python} ...")
            download(folder, python)
        wheel = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
        subprocess.run([*wheel, "--no-build-isolation", "-w", str(folder), str(ROOT)], check=True)
        KIT.parent.mkdir(exist_ok=True)
        with zipfile.ZipFile(KIT, "w", zipfile.ZIP_DEFLATED) as archive:
            for file, data in files().items():
                archive.writestr(f"keikaku/{file}", data)
            for path in sorted(folder.glob("*.whl")):
                archive.write(path, f"keikaku/wheels/{path.name}")
    print(f"{KIT.relative_to(ROOT)}: {KIT.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
