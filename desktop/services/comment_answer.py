"""Comment on one answer of a visit, or reply in a thread."""

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.ids import RecordId
from desktop.records.kinds import VISIT
from desktop.records.roles import Permission
from desktop.records.visit import Comment, Visit
from desktop.services.episode_records import one_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def comment_answer(
    work: Work,
    ref: EpisodeRef,
    visit_id: RecordId,
    form_id: RecordId,
    item_key: str,
    text: str,
    reply_to: RecordId | None = None,
) -> Visit:
    """Keep the words. Reviewers start threads; whoever writes cases may reply.

    KnownErrors ``review.comment-empty``, ``review.no-such-comment``,
    ``review.not-in-state.signed``.
    """
    need_case(work, Permission.REVIEW if reply_to is None else Permission.WRITE_CASES, ref)
    revision = one_of(work, VISIT, ref, visit_id)
    if all(version.form_id != form_id for version in revision.value.forms):
        raise KnownError("store.no-such-record")
    me = work.session.me
    comment = Comment(
        RecordId(work.ids.new_id()),
        form_id,
        item_key,
        me.staff_id,
        me.display_name,
        work.clock.now(),
        text.strip(),
        reply_to=reply_to,
    )
    visit = revision.value.commented(comment)
    work.session.records.save(VISIT, ref.person_id, visit_id, visit, base=revision.number)
    work.audit(AuditAction.VISIT_COMMENTED, visit_id)
    return visit
