"""The reference service: what people would otherwise build. FastAPI, one indexed look-up in a SQLite file, JSON out.

It keeps no audit, limits no guessing and knows no history. Written for speed within its means: the look-up runs on the
event loop, the statement is cached by the connection, the answer skips FastAPI's own encoder.
"""

import datetime
import os
import sqlite3

from fastapi import FastAPI
from fastapi.responses import JSONResponse
from pydantic import BaseModel

DATABASE = sqlite3.connect(f"file:{os.environ['REFERENCE_DATABASE']}?mode=ro", uri=True, check_same_thread=False)
SELECT = "SELECT suffix, insurer, policy_number, start, end FROM vehicles WHERE plate = ?"
ZONE = datetime.timezone(datetime.timedelta(hours=8))
LAW = [{"instrument": "机动车交通事故责任强制保险条例(2019)", "article": "第2条"},
       {"instrument": "交强险承保实务规程(2020版)", "article": "第二节五"}]

app = FastAPI(openapi_url=None)


class Plate(BaseModel):
    number: str
    category: str | None = None


class Question(BaseModel):
    plate: Plate
    vinSuffix: str


@app.post("/v1/coverage-queries")
async def answer(question: Question) -> JSONResponse:
    now = datetime.datetime.now(ZONE)
    moment = now.isoformat(timespec="milliseconds")
    for suffix, insurer, policy_number, start, end in DATABASE.execute(SELECT, (question.plate.number,)):
        if suffix == question.vinSuffix and end:
            return JSONResponse(found(moment, now, insurer, policy_number, start, end))
    return JSONResponse(document(moment, "noMatch", "none", None, None, None, None, "没有相符的记录。", "请核对。"))


def found(moment: str, now: datetime.datetime, insurer: str, policy_number: str, start: str, end: str) -> dict:
    days = (datetime.date.fromisoformat(end[:10]) - now.date()).days
    covered = start <= moment < end
    outcome, renewal = ("inForce", "due" if days <= 30 else "notDue") if covered else ("lapsed", "overdue")
    return document(
        moment, outcome, renewal, {"start": start, "end": end}, days if covered else None,
        {"code": insurer, "name": insurer}, "****" + policy_number[-4:],
        f"{insurer}承保的一期：{start}起，{end}止。", f"请在{end}之前续保。")


def document(moment, outcome, renewal, period, days, insurer, policy_number, reason, remedy) -> dict:
    return {
        "outcome": outcome, "renewal": renewal, "period": period, "daysLeft": days, "gapDays": 0, "insurer": insurer,
        "policyNumber": policy_number, "nextPeriod": None, "reason": {"code": outcome, "text": reason},
        "remedy": {"code": renewal, "text": remedy}, "citations": LAW, "flags": [], "on": moment, "asOf": moment,
        "knownAt": moment, "treeSize": 0, "feedAgeSeconds": 0,
    }
