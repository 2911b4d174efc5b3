"""For `uvicorn service.main:app`; `tenacious-judge serve` does the same and needs no server of your own."""

from tenacious_judge.bootstrap import create_app

app = create_app()
