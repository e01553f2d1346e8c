import pytest

from dateline.ingest.language import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gunmen killed three farmers near the village on Sunday, the district chief told reporters by phone.", "en"),
        ("Des hommes armés ont tué trois paysans près du village dimanche, a déclaré le chef du district.", "fr"),
        ("Hombres armados mataron a tres campesinos cerca de la aldea el domingo, dijo el jefe del distrito.", "es"),
        ("مسلحون يقتلون ثلاثة مزارعين قرب القرية يوم الأحد بحسب ما قال رئيس المنطقة للصحفيين", "ar"),
        ("Boko Haram, Borno", "en"),
        ("GUNMEN KILLED THREE FARMERS NEAR THE VILLAGE ON SUNDAY, THE DISTRICT CHIEF SAID.", "en"),
    ],
)
def test_language(text, code):
    assert language(text) == code
