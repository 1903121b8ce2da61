"""Facts about the weights of a vulnerable baby: the last and the next, and what called for a response."""

from __future__ import annotations

from lapwing.language.amounts import less_percent
from lapwing.language.delivered import Delivered
from lapwing.language.expressions import TODAY, Constant, Expression, Type, cases, earliest_of, latest_of, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import PLACED_FROM_DAYS, AppointmentKind, ChartSpace, Kept
from lapwing.vocabulary.codes import ConcernStatus
from lapwing.vocabulary.facts import Fact, Link, columns, derived, earliest, its, latest, only
from lapwing.vocabulary.local import local
from lapwing.vocabulary.vulnerable_baby import BIRTH_WEIGHT, DOUBTFUL, LATER_WEIGHT, WEIGHED, VulnerableBaby

measurement = columns(records.measurement)
appointment = columns(records.appointment)
concern = columns(records.concern)
person = columns(records.person)

BORN_SMALL = (ChartSpace.BELOW_0_4TH, ChartSpace.FROM_0_4TH, ChartSpace.FROM_2ND)
BORN_LARGE = (ChartSpace.FROM_91ST, ChartSpace.FROM_98TH, ChartSpace.ABOVE_99_6TH)
VERY_LOW = (ChartSpace.BELOW_0_4TH, ChartSpace.FROM_0_4TH)
"""Below the 2nd centile."""
CHARTS_ARE_ON = Constant("on").is_in(local("weight.centiles"))


def scheduled(born_on: Expression, key: str) -> Expression:
    """The day of the schedule at an age."""
    return born_on.plus_days(local(f"weight.{key}"))


def _next_due(born_on: Expression, last_on: Expression) -> Expression:
    """When the next weight is due: the schedule until sixteen weeks, then the longest gap by age at the last weight."""

    def not_yet_for(key: str) -> Expression:
        return last_on < scheduled(born_on, key).minus_days(local("weight.early_days"))

    return cases(
        (last_on.is_unknown(), scheduled(born_on, "birth_days")),
        (last_on <= scheduled(born_on, "birth_days"), scheduled(born_on, "first_week_days")),
        (last_on <= scheduled(born_on, "first_week_days"), scheduled(born_on, "new_birth_days")),
        (not_yet_for("six_to_eight_weeks_days"), scheduled(born_on, "six_to_eight_weeks_days")),
        (not_yet_for("twelve_weeks_days"), scheduled(born_on, "twelve_weeks_days")),
        (not_yet_for("sixteen_weeks_days"), scheduled(born_on, "sixteen_weeks_days")),
        (
            last_on < born_on.plus_months(local("weight.older_from_months")),
            last_on.plus_days(local("weight.max_gap_days")),
        ),
        otherwise=last_on.plus_days(local("weight.max_gap_older_days")),
    )


def _answered(by: tuple[Link, ...], since: Fact, called: str) -> tuple[Fact, Fact]:
    """What answers a weight: a response recorded with it or a later one, or a clinician who saw the baby since."""
    responded_on = earliest(
        measurement.responded_on,
        f"when {called} was responded to",
        by=by,
        where=(measurement.responded_on >= its(since)) & (measurement.measured_on >= its(since)),
    )
    seen_on = earliest(
        appointment.held_on,
        f"when a clinician saw the baby after {called}",
        by=by,
        where=(appointment.kind == AppointmentKind.MEDICAL)
        & appointment.person_id.is_unknown()
        & (appointment.held_on >= its(since)),
    )
    return responded_on, seen_on


class WeighedBaby(VulnerableBaby):
    """What is known of the weights of a vulnerable baby."""

    _child = (Link("child_id", VulnerableBaby.child_id),)
    _born_on = VulnerableBaby.born_on
    weights_delivered_on = derived(Delivered("measurement"), "the last day on which weights reached this record")

    # On the schedule
    last_weighed_on = latest(
        measurement.measured_on, "when a health professional last weighed the baby", by=_child, where=WEIGHED
    )
    doubtful_weight_on = latest(
        measurement.measured_on,
        "the last weight without a unit, not possible in it, or without a word on who weighed",
        by=_child,
        where=DOUBTFUL,
    )
    _weighing = (appointment.kind == AppointmentKind.WEIGHING) & appointment.person_id.is_unknown()
    weighing_declined_on = latest(
        appointment.booked_for_on,
        "when weighing was declined",
        by=_child,
        where=_weighing & (appointment.kept == Kept.DECLINED) & appointment.response.is_unknown(),
    )
    weighing_settled_on = latest(
        appointment.booked_for_on,
        "when weighing was declined and what follows was agreed",
        by=_child,
        where=_weighing & (appointment.kept == Kept.DECLINED) & appointment.response.is_known(),
    )
    weighing_missed_on = latest(
        appointment.booked_for_on,
        "when the baby was not brought to be weighed",
        by=_child,
        where=_weighing & (appointment.kept == Kept.WAS_NOT_BROUGHT),
    )
    last_settled_on = derived(
        latest_of(last_weighed_on, weighing_settled_on),
        "the last weight, or the last time its declining was talked over",
    )
    weight_on_schedule_on = derived(
        _next_due(VulnerableBaby.born_on, last_settled_on), "the day of the next weight by the schedule"
    )
    next_weight_on = derived(
        cases(
            (
                (VulnerableBaby.home_from_ward_on >= weight_on_schedule_on).is_true(),
                VulnerableBaby.home_from_ward_on.plus_days(local("weight.after_ward_days")),
            ),
            otherwise=weight_on_schedule_on,
        ),
        "by when the next weight is due",
    )
    weighed_in_time_on = derived(
        cases((next_weight_on >= TODAY, last_settled_on), otherwise=unknown(Type.DATE)), "a weight of these weeks"
    )
    doubt_is_later = derived(
        (doubtful_weight_on > last_weighed_on).is_true()
        | (doubtful_weight_on.is_known() & last_weighed_on.is_unknown()),
        "whether the last weight is in doubt",
    )

    # Against the birth weight
    regain_due_on = derived(
        VulnerableBaby.born_on.plus_days(local("weight.regain_days")), "by when the birth weight is regained"
    )
    regained_on = earliest(
        measurement.measured_on,
        "when the birth weight was first regained",
        by=_child,
        where=LATER_WEIGHT
        & (measurement.weight_grams >= its(VulnerableBaby.birth_grams))
        & (measurement.measured_on > its(VulnerableBaby.born_on)),
    )
    lost_on = earliest(
        measurement.measured_on,
        "the first weight that shows a loss of more than the area's share of the birth weight",
        by=_child,
        where=LATER_WEIGHT
        & (measurement.weight_grams < less_percent(its(VulnerableBaby.birth_grams), local("weight.loss_pct"))),
    )
    first_below_on = earliest(
        measurement.measured_on,
        "the first weight below that at birth, of those after it should have been regained",
        by=_child,
        where=LATER_WEIGHT
        & (measurement.weight_grams < its(VulnerableBaby.birth_grams))
        & (measurement.measured_on >= its(regain_due_on)),
    )
    below_on = derived(
        cases(((regained_on < first_below_on).is_true(), unknown(Type.DATE)), otherwise=first_below_on),
        "the first weight that shows the birth weight not regained when it should have been",
    )
    lost_grams = only(
        measurement.weight_grams,
        "the weight in grams on that day",
        by=_child,
        where=LATER_WEIGHT & (measurement.measured_on == its(lost_on)),
    )
    back_on = earliest(
        measurement.measured_on,
        "when the weight was back at the birth weight",
        by=_child,
        where=LATER_WEIGHT
        & (measurement.weight_grams >= its(VulnerableBaby.birth_grams))
        & (measurement.measured_on > its(lost_on)),
    )
    loss_responded_on, seen_after_loss_on = _answered(_child, lost_on, "the loss")
    loss_answered_on = derived(
        earliest_of(loss_responded_on, seen_after_loss_on, back_on), "a clinical response to the loss"
    )
    below_responded_on, seen_while_below_on = _answered(_child, below_on, "the low weight")
    below_answered_on = derived(
        earliest_of(regained_on, below_responded_on, seen_while_below_on), "the birth weight regained, or a response"
    )

    # On the growth chart, where that is on
    sex = only(person.sex, "the sex as registered", by=(Link("person_id", VulnerableBaby.person_id),))
    birth_space = only(
        measurement.chart_space, "where the birth weight lies on the chart", by=_child, where=BIRTH_WEIGHT
    )
    _on_curve = LATER_WEIGHT & (measurement.measured_on >= its(_born_on).plus_days(PLACED_FROM_DAYS))
    not_placed_on = latest(
        measurement.measured_on,
        "a weight that could not be placed on the chart",
        by=_child,
        where=_on_curve & measurement.spaces_fallen.is_unknown(),
    )
    fallen_on = earliest(
        measurement.measured_on,
        "the first weight that lies as far below as calls for a response",
        by=_child,
        where=_on_curve
        & (
            measurement.chart_space.is_in(*VERY_LOW)
            | (
                measurement.spaces_fallen
                >= cases(
                    (its(birth_space).is_in(*BORN_SMALL), local("weight.fall_if_born_small")),
                    (its(birth_space).is_in(*BORN_LARGE), local("weight.fall_if_born_large")),
                    otherwise=local("weight.fall"),
                )
            )
        ),
    )
    fallen_to = only(
        measurement.chart_space,
        "where the weight of that day lies on the chart",
        by=_child,
        where=LATER_WEIGHT & (measurement.measured_on == its(fallen_on)),
    )
    fall_responded_on, seen_after_fall_on = _answered(_child, fallen_on, "the fall")
    fall_answered_on = derived(earliest_of(fall_responded_on, seen_after_fall_on), "a response to the fall")

    # More often than is routine
    weighed_before_on = latest(
        measurement.measured_on,
        "the weight before the last",
        by=_child,
        where=WEIGHED & (measurement.measured_on < its(last_weighed_on)),
    )
    routine_again_on = derived(
        cases(
            (
                weighed_before_on < VulnerableBaby.born_on.plus_months(local("weight.older_from_months")),
                weighed_before_on.plus_days(local("weight.routine_gap_days")),
            ),
            otherwise=weighed_before_on.plus_days(local("weight.routine_gap_older_days")),
        ),
        "when the next weight would have been routine",
    )
    weighed_closely = derived(
        weighed_before_on.is_known()
        & (last_weighed_on < routine_again_on)
        & (weighed_before_on >= VulnerableBaby.born_on.plus_days(local("weight.sixteen_weeks_days"))),
        "whether the last two weights lie closer together than is routine",
    )
    concern_known_on = earliest(
        cases((concern.first_recorded_on.is_known(), concern.first_recorded_on), otherwise=concern.identified_on),
        "when a concern was first recorded",
        by=_child,
        where=~(concern.status == ConcernStatus.CLEARED).is_true(),
    )
    weight_marked_on = earliest(
        measurement.measured_on,
        "when a measurement was first marked as needing a response",
        by=_child,
        where=measurement.needs_response,
    )
    reason_known_on = derived(earliest_of(concern_known_on, weight_marked_on), "why closer weighing is called for")


weighed_baby = WeighedBaby
