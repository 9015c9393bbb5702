from __future__ import annotations


def test_the_notice_says_what_is_never_held(client):
    text = client.get("/notice").text
    assert "本系统不记录民族、宗教信仰、行踪和观点。" in text
    assert "身份证号" in text
