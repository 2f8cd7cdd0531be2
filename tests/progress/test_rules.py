"""Each rule of what is computed, and the tests that keep it.

The rules are a copy of those of the content model, in `rules.md`. Together the texts below are all
of it: a sentence that is added there is without a test until it is added here.
"""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent.parent
RULES = Path(__file__).with_name("rules.md")

KEPT_BY: dict[str, tuple[str, ...]] = {
    "One pure function takes the content and the day it is seen from, and gives each target a "
    "result; every page, notice, feed, image and data file reads that and nothing else.": (
        "progress/test_properties.py::test_no_result_depends_on_the_order_of_the_files",
        "progress/test_properties.py::the_names_of_files_decide_nothing",
        "test_pipeline.py::test_the_same_content_gives_the_same_bytes_anywhere",
        "test_floors.py::test_imports_point_down",
    ),
    # Sums that stay true
    "Where a report with a figure covers a range, its figure is used; dated actions inside the "
    "range are its evidence, not added;": (
        "progress/test_tally.py::"
        "test_a_reports_figure_covers_its_range_and_actions_inside_are_its_evidence",
        "progress/test_properties.py::nothing_counts_twice",
        "progress/test_properties.py::figures_equal_the_listed_parts",
        "progress/test_overlap_places.py::TestPlaces::"
        "test_a_figure_for_a_place_holds_only_what_was_there",
        "progress/test_frequency.py::TestKeptOfAll::"
        "test_actions_in_it_are_its_evidence_and_not_added",
        "progress/test_cases.py::TestResponseTime::"
        "test_dated_cases_in_a_reports_range_are_its_evidence",
    ),
    "more of them than the figure: a warning, and both are shown.": (
        "progress/test_bounds.py::"
        "test_more_actions_than_the_figure_do_not_prove_that_too_little_was_done",
        "rules/test_results.py::test_more_actions_than_the_figure_for_their_time_are_pointed_out",
    ),
    "An action whose range crosses a report's edge is counted by the day it ended.": (
        "progress/test_tally.py::"
        "test_an_action_across_a_reports_edge_is_counted_by_the_day_it_ended",
        "progress/test_frequency.py::TestActions::"
        "test_an_action_across_a_border_is_in_the_interval_where_it_ended",
    ),
    "Rows of one report on the same measure are parts, added.": (
        "progress/test_overlap_places.py::TestRows::test_rows_of_one_report_are_added",
        "progress/test_overlap_places.py::TestRows::test_rows_for_different_places_are_parts",
        "progress/test_frequency.py::TestSums::"
        "test_rows_of_one_report_are_added_before_they_prove_anything",
        "progress/test_cases.py::TestOnRequest::test_rows_of_one_report_are_added",
        "progress/test_each.py::TestUnits::test_rows_of_one_report_are_parts_added",
    ),
    "Same party, one range inside the other: the outer is the total, the inner a part, never "
    "added; inner larger than outer: warning, both shown.": (
        "progress/test_tally.py::test_a_range_inside_another_is_a_part_and_not_added",
        "progress/test_tally.py::"
        "test_a_part_that_is_larger_than_its_total_does_not_raise_the_count",
        "progress/test_bounds.py::"
        "test_a_part_larger_than_its_total_does_not_prove_that_too_little_was_done",
        "rules/test_results.py::test_a_part_that_is_larger_than_the_whole_is_pointed_out",
        "progress/test_frequency.py::TestKeptOfAll::test_one_for_a_part_of_another_is_not_added",
        "progress/test_properties.py::figures_that_are_added_do_not_speak_of_the_same_days",
    ),
    "Partial overlap without `ersätter`: an error.": (
        "rules/test_reports.py::test_figures_for_times_that_overlap_in_part_are_refused",
        "rules/test_reports.py::test_figures_side_by_side_inside_each_other_or_corrected_are_taken",
    ),
    "Different figures for the same range (two parties with `omfattar: hela`, or one party "
    "twice): both shown, the page says that they differ, the lower is counted.": (
        "progress/test_tally.py::"
        "test_two_figures_for_the_same_range_differ_and_the_lower_is_counted",
        "progress/test_tally.py::test_one_party_can_differ_from_itself",
        "progress/test_overlap_places.py::TestLowest::test_the_name_of_a_file_decides_nothing",
        "progress/test_frequency.py::TestKeptOfAll::"
        "test_of_two_that_differ_the_lower_is_counted_and_the_rest_is_not_known",
        "progress/test_each.py::TestUnits::"
        "test_of_two_that_differ_the_lower_is_counted_and_the_rest_is_not_known",
        "progress/test_cases.py::TestResponseTime::"
        "test_reports_with_other_cases_differ_though_as_many_were_in_time",
        "pages/test_pages.py::test_figures_that_differ_are_told_to_differ",
    ),
    "`egen del` of different parties are added.": (
        "progress/test_tally.py::test_own_shares_of_different_parties_are_added",
        "progress/test_overlap.py::test_shares_of_two_parts_of_a_party_are_added",
        "progress/test_frequency.py::TestOneReportAnInterval::test_own_shares_are_added",
    ),
    'Any approximate part makes the sum approximate ("omkring 100");': (
        "progress/test_tally.py::test_the_sum_is_as_sure_as_its_least_sure_part",
        "progress/test_tally.py::"
        "test_an_exact_action_beside_an_approximate_figure_leaves_the_sum_approximate",
        "progress/test_overlap_places.py::TestRows::"
        "test_an_approximate_row_makes_the_sum_approximate",
    ),
    "an approximate figure within its own uncertainty of the target decides nothing; `minst` and "
    "`drygt` prove floors only.": (
        "progress/test_bounds.py::test_a_figure_decides_only_what_it_proves",
        "progress/test_states_of_counts.py::TestNumber::"
        "test_an_approximate_figure_reaches_the_number_only_by_what_it_proves",
        "progress/test_frequency.py::TestOneReportAnInterval::test_it_proves_no_more_than_it_says",
        "progress/test_frequency.py::TestSums::test_a_sum_proves_no_more_than_it_says",
        "progress/test_frequency.py::TestKeptOfAll::test_it_proves_no_more_than_it_says",
        "progress/test_cases.py::TestResponseTime::"
        "test_when_all_is_told_all_some_or_none_are_in_time",
        "progress/test_each.py::TestUnits::test_when_all_is_told_all_some_or_none_are_reached",
    ),
    "A sum over several intervals proves at most ⌊sum ÷ number⌋ kept; if that leaves certain "
    'misses: "minst 21 dygn missades"; otherwise `går inte att avgöra`.': (
        "progress/test_frequency.py::TestSums::test_a_sum_proves_none_kept_and_the_rest_missed",
        "progress/test_frequency.py::TestSums::test_a_sum_is_divided_by_the_number_promised",
        "progress/test_frequency.py::TestSums::test_monthly_sums_for_a_weekly_promise",
        "progress/test_frequency.py::TestSums::"
        "test_of_two_sums_that_differ_the_higher_says_what_was_missed_for_certain",
    ),
    "Whole ISO weeks; partial intervals at the edges are not judged;": (
        "progress/test_intervals.py::test_a_week_over_new_year_is_one_week_with_its_iso_days",
        "progress/test_intervals.py::test_week_53_is_judged_in_a_promise_over_the_new_year",
        "progress/test_intervals.py::"
        "test_an_interval_that_is_partly_outside_the_period_is_not_judged",
    ),
    "a finished year is judged while the period runs.": (
        "progress/test_frequency.py::TestStates::"
        "test_a_finished_year_is_judged_while_the_period_runs",
        "progress/test_intervals.py::TestYears::test_a_year_begins_on_the_promises_first_day",
    ),
    'What did NOT count is listed beside the figure, each with its reason in Swedish ("inte '
    'planerad i förväg", "socialtjänsten deltog inte", "platsen ingår inte", "avsåg något annat '
    'än löftet").': (
        "progress/test_counting.py::"
        "test_an_action_that_was_not_planned_ahead_is_listed_with_its_reason",
        "progress/test_properties.py::what_did_not_count_has_its_reason",
        "test_naming.py::test_why_something_did_not_count_is_said_as_the_end_of_a_sentence",
        "test_pipeline.py::"
        "test_an_action_that_breaks_a_condition_is_shown_with_its_reason_and_not_counted",
    ),
    "Where one range has a figure and another has none, the sum names the ranges that have: "
    '"omkring 100 för 2021–2022, 2020 saknar uppgift".': (
        "progress/test_overlap_places.py::TestSilence::test_a_year_without_a_figure_is_named",
        "progress/test_overlap_places.py::TestSilence::test_also_one_that_was_reported_in_words",
        "progress/test_overlap_places.py::TestSilence::test_what_is_not_told_of_yet_is_not_silent",
    ),
    "A published rate is quoted, never recomputed.": (
        "progress/test_tally.py::test_a_published_rate_is_quoted_and_makes_no_figure",
    ),
    # Two dates
    "*Idag* (the build's date in Europe/Stockholm, `fryst_till` or `--idag 2018-10-01`) decides "
    "only which face is shown, what is published and what is stale.": (
        "progress/test_properties.py::only_time_itself_changes_with_the_day",
        "progress/test_compute.py::TestTheDay::"
        "test_a_future_action_is_published_and_counted_from_its_day",
        "progress/test_as_of.py::test_what_is_held_back_or_still_to_come_is_nowhere_until_its_day",
    ),
    "*Redovisat till och med* is the latest of: a published action's day, a report's `till`, "
    "`bekräftat_till`; per measure and for the promise: every channel prints this one.": (
        "progress/test_compute.py::TestReportedTo::test_it_is_the_latest_of_all_that_is_told",
        "progress/test_measure.py::TestReportedTo::test_it_is_the_latest_of_all_that_is_told",
        "progress/test_told.py::test_it_is_told_to_the_last_day_of_what_was_told",
    ),
    "The site never says that it knows more than it was told.": (
        "progress/test_properties.py::without_evidence_there_is_no_claim",
        "progress/test_properties.py::all_kept_or_some_is_said_only_of_what_is_known",
        "progress/test_properties.py::scores_are_of_what_there_is",
        "progress/test_frequency.py::TestActions::test_silence_alone_misses_nothing",
    ),
    # State
    '`inte redovisad` (nothing reported; during the period worded "inte redovisad än"; where '
    'only a report on the whole promise exists, "inte redovisad för sig", with that report '
    "beside it), `inte påbörjad` (before the period, or when a report says so), `pågår`, "
    "`genomförd`, `delvis genomförd`, `inte genomförd`, `går inte att avgöra` (reported, but it "
    "does not decide), `senarelagd`, `utgår`.": (
        "progress/test_states.py::TestEveryKind::"
        "test_nothing_reported_is_not_begun_before_the_period_and_unreported_after",
        "progress/test_states.py::TestEveryKind::"
        "test_a_report_on_the_whole_promise_reports_no_measure_for_itself",
        "progress/test_compute.py::TestWhichPromise::test_the_whole_promise_has_its_own_reports",
        "progress/test_properties.py::silence_is_said_exactly_when_nothing_is_told",
        "progress/test_properties.py::states_agree_with_the_dates",
        "test_every_kind.py::test_every_state_is_there",
    ),
    "A target is *final* when its promise is `slutredovisad`, or a `slutlig` report has a row for "
    "it (one on the whole promise makes none final), or reports cover its whole period without a "
    "gap.": (
        "progress/test_finality.py::test_a_promise_with_its_final_report_makes_its_measures_final",
        "progress/test_finality.py::test_a_final_report_on_the_measure_makes_it_final",
        "progress/test_finality.py::test_a_final_report_on_something_else_does_not",
        "progress/test_finality.py::test_reports_that_leave_no_day_out_make_it_final",
        "progress/test_finality.py::test_a_gap_leaves_it_open",
        "progress/test_overlap_places.py::TestTheLastWordOnPlaces::"
        "test_a_report_on_one_of_the_places_leaves_the_others_open",
    ),
    "Until then it is never `inte genomförd` or `delvis genomförd` unless a report says so.": (
        "progress/test_properties.py::too_little_is_said_only_at_the_end_or_by_a_report",
        "progress/test_states.py::TestEveryKind::"
        "test_before_the_last_word_a_report_may_say_that_too_little_was_done",
    ),
    "Period over, something reported, not final: `går inte att avgöra`, unless the number is "
    "reached.": (
        "progress/test_states_of_counts.py::TestNumber::"
        "test_something_counted_is_under_way_until_the_time_is_over",
        "progress/test_states_of_counts.py::TestNumber::test_a_reached_number_is_done_at_any_time",
        "progress/test_frequency.py::TestStates::"
        "test_it_is_under_way_until_all_is_told_and_then_open",
    ),
    "Final with words only: the same, the words beside it.": (
        "progress/test_states.py::TestEveryKind::"
        "test_words_only_do_not_decide_when_the_time_is_over",
        "progress/test_finality.py::"
        "test_words_on_the_whole_period_do_not_prove_that_too_little_was_done",
    ),
    "A verdict that rests on a count that is `nej` or `oklart` does not decide; it is quoted.": (
        "progress/test_states.py::TestEveryKind::"
        "test_a_verdict_that_rests_on_another_count_does_not_decide",
        "pages/test_kinds.py::test_a_figure_that_is_not_counted_is_quoted",
    ),
    "The latest `senarelagd`/`utgår` wins.": (
        "progress/test_states.py::TestEveryKind::test_what_is_postponed_or_dropped_is_so_at_once",
        "progress/test_states.py::TestVerdicts::test_a_later_verdict_takes_up_what_was_postponed",
    ),
    "Then the count decides where it can; otherwise the party's verdict, worded \"enligt "
    'Polisen".': (
        "progress/test_states_of_counts.py::TestNumber::"
        "test_the_count_decides_before_the_partys_verdict_where_it_can",
        "progress/test_states_of_counts.py::TestNumber::"
        "test_without_a_count_the_partys_verdict_decides",
        "test_naming.py::test_a_verdict_says_whose_it_is_and_why",
    ),
    "If the two contradict: both shown, warning.": (
        "progress/test_differing.py::"
        "test_a_last_verdict_that_contradicts_the_state_is_kept_beside_it",
        "rules/test_results.py::test_a_verdict_that_the_count_speaks_against_is_pointed_out",
    ),
    "`antal`: number reached = genomförd, at any time; something counted = pågår; final and too "
    "few = delvis genomförd, a reported 0 = inte genomförd.": (
        "progress/test_states_of_counts.py::TestNumber::test_a_reached_number_is_done_at_any_time",
        "progress/test_states_of_counts.py::TestNumber::"
        "test_when_all_is_told_too_few_is_partly_done_and_none_is_not_done",
        "progress/test_properties.py::too_little_is_never_said_of_a_count_that_may_be_enough",
        "progress/test_properties.py::an_action_never_unmakes_what_was_done",
        "progress/test_properties.py::an_action_never_lowers_the_count",
    ),
    "Without number, and `löpande`: pågår until final, then the verdict; figures without a "
    'verdict: genomförd when final ("18 tillfällen, inget antal utlovat"); nothing = inte '
    "redovisad.": (
        "progress/test_states_of_counts.py::TestNoNumber::test_it_is_under_way_until_all_is_told",
        "progress/test_states_of_counts.py::TestNoNumber::"
        "test_when_all_is_told_the_verdict_decides",
        "progress/test_states_of_counts.py::TestNoNumber::"
        "test_when_all_is_told_some_is_done_and_none_is_not",
        "progress/test_states_of_things.py::TestOngoing::"
        "test_when_all_is_told_the_verdict_or_else_a_figure_decides",
    ),
    "`frekvens`, `per`, `svarstid`, `vid_behov`, when final: all kept = genomförd, some = delvis "
    "genomförd, none = inte genomförd, unknown ones that matter = går inte att avgöra.": (
        "progress/test_frequency.py::TestStates::test_when_all_is_told_all_some_or_none_are_kept",
        "progress/test_frequency.py::TestStates::test_unknown_ones_that_matter_leave_it_open",
        "progress/test_each.py::TestPlaces::test_when_all_is_told_all_some_or_none_are_reached",
        "progress/test_each.py::TestPlaces::test_a_place_of_which_nothing_is_told_is_not_known",
        "progress/test_each.py::TestUnits::test_when_all_is_told_all_some_or_none_are_reached",
        "progress/test_cases.py::TestResponseTime::"
        "test_when_all_is_told_all_some_or_none_are_in_time",
        "progress/test_cases.py::TestOnRequest::"
        "test_when_all_is_told_it_is_kept_by_default_only_when_nobody_asked",
    ),
    "`engångs`: done = genomförd; deadline passed and reported undone = inte genomförd.": (
        "progress/test_states_of_things.py::TestOnce::test_one_thing_is_done_by_the_first_action",
        "progress/test_states_of_things.py::TestOnce::"
        "test_what_is_reported_undone_when_the_deadline_has_passed_is_not_done",
        "progress/test_states_of_things.py::TestOnce::"
        "test_a_deadline_that_passes_in_silence_decides_nothing",
    ),
    "`högst`: kept only when final.": (
        "progress/test_states_of_counts.py::TestCeiling::"
        "test_before_that_it_is_under_way_however_many_there_are",
        "progress/test_states_of_counts.py::TestCeiling::"
        "test_when_all_is_told_it_is_kept_or_broken_as_far_as_the_figure_proves",
        "progress/test_frequency.py::TestCeiling::"
        "test_it_is_broken_at_any_time_but_not_kept_by_silence",
    ),
    "`stående`: pågår while it holds, genomförd when it held to the end.": (
        "progress/test_states_of_benefits.py::"
        "test_it_is_under_way_while_it_holds_and_open_when_the_end_is_not_told",
        "progress/test_states_of_benefits.py::test_it_is_kept_when_it_held_to_the_end",
        "progress/test_states_of_benefits.py::"
        "test_a_final_report_before_the_end_does_not_say_that_the_end_has_come",
    ),
    "Several targets: each is shown; the measure's state is theirs if all alike, otherwise, when "
    "final, `går inte att avgöra` if that holds for one of them or one is not reported, else "
    "delvis genomförd; before that pågår.": (
        "progress/test_measure.py::TestSeveralTargets::"
        "test_targets_that_are_alike_give_the_measure_their_state",
        "progress/test_measure.py::TestSeveralTargets::"
        "test_before_the_time_is_over_it_is_under_way_when_any_of_them_is",
        "progress/test_measure.py::TestSeveralTargets::"
        "test_when_the_time_is_over_and_one_is_not_told_of_it_is_open",
        "progress/test_measure.py::TestSeveralTargets::"
        "test_when_all_is_told_and_they_differ_it_is_partly_done",
        "progress/test_measure.py::TestSeveralTargets::"
        "test_when_one_cannot_be_decided_nor_can_the_measure",
    ),
    "Results before a change of wording are judged by `tidigare_mål`.": (
        "progress/test_counting.py::test_an_action_is_judged_by_the_target_that_was_in_force",
        "progress/test_counting.py::"
        "test_a_figure_from_before_a_change_is_judged_by_the_former_target",
        "progress/test_as_of.py::"
        "test_a_measure_stands_as_it_did_before_changes_that_were_still_to_come",
        "progress/test_intervals.py::TestChanges::"
        "test_the_number_changes_with_the_interval_in_which_it_was_changed",
    ),
    # Stale
    'the period still runs and nothing covers the last `inaktuellt_efter` days: "inte '
    'uppdaterad sedan 3 maj".': (
        "progress/test_compute.py::TestStale::"
        "test_it_gets_old_after_sixty_days_while_the_period_runs",
        "progress/test_measure.py::TestStale::test_it_is_so_from_the_day_after_the_sixtieth",
    ),
    "Never once final.": (
        "progress/test_compute.py::TestStale::test_it_does_not_once_it_is_closed",
        "progress/test_measure.py::TestStale::"
        "test_what_is_settled_or_never_told_of_does_not_get_old",
    ),
    'A measure that no final report names, once the promise is final: "nämns inte i '
    'uppföljningen".': (
        "progress/test_measure.py::TestUnmentioned::test_it_is_said",
        "progress/test_measure.py::TestUnmentioned::test_it_is_not_said_without_grounds",
    ),
    "No report is not zero.": (
        "progress/test_states.py::TestEveryKind::"
        "test_no_report_is_not_zero_even_when_the_promise_is_closed",
        "progress/test_cases.py::TestOnRequest::test_nothing_told_is_not_no_requests",
        "pages/test_pages.py::test_without_actions_the_list_says_that_this_is_not_zero",
    ),
    # Pace
    "is a sentence about an `antal` of at least 4 that is under way, never a state: compared at "
    "*redovisat till och med* with an even spread over the target's own time, the yardstick "
    'named: "Om insatserna spreds jämnt över året vore sex väntade den 31 juli."': (
        "progress/test_pace.py::"
        "test_only_a_promised_number_of_at_least_four_in_known_time_has_a_pace",
        "progress/test_pace.py::test_it_is_compared_on_the_day_that_it_is_reported_to",
        "progress/test_pace.py::test_the_spread_is_over_the_targets_own_time",
        "progress/test_pace.py::test_what_is_not_under_way_has_no_pace",
    ),
    "`före`, `ungefär i takt` (within one), `efter`, `går inte längre att nå`.": (
        "progress/test_pace.py::test_it_compares_with_an_even_spread_within_one",
        "progress/test_pace.py::test_days_that_are_not_enough_cannot_be_reached_any_more",
    ),
    "Gaps in the reporting: no pace.": (
        "progress/test_pace.py::test_gaps_between_the_figures_leave_no_pace",
        "progress/test_pace.py::"
        "test_a_figure_that_is_not_exact_or_not_for_all_the_time_has_no_pace",
    ),
    # Words
    '9 of a promised 8 is "9 genomförda (minst 8 utlovade)", never 112 %. No overall '
    "percentage, ever.": (
        "test_wording.py::test_every_sentence_about_a_result_reads_as_in_the_golden_file",
        "progress/test_rules.py::test_no_sentence_about_a_result_has_a_percentage",
    ),
    'Each measure in one bucket, empty ones left out: "Löftet har sex åtgärder: en är genomförd, '
    'fyra pågår och en är inte redovisad än."': (
        "test_wording.py::test_every_sentence_about_a_result_reads_as_in_the_golden_file",
        "test_pipeline.py::test_the_front_page_has_the_result_in_words_and_a_row_per_measure",
    ),
    "Every figure links to its actions, or to the report it comes from.": (
        "pages/test_pages.py::test_a_figure_from_a_report_leads_to_the_report",
        "pages/test_pages.py::"
        "test_actions_are_listed_by_month_newest_first_with_what_did_not_count",
    ),
    # Which promise
    "is on `/` and in the notice: all whose period holds *idag*, newest first; else the latest.": (
        "progress/test_compute.py::TestWhichPromise::"
        "test_all_that_hold_are_current_newest_first_otherwise_the_next_or_the_latest",
    ),
    'Faces: before, under way, "Perioden är slut. Ingen slutredovisning är publicerad." (with '
    "the day when one is promised: `uppföljning_utlovad`), final result, and between promises "
    "(with `nytt_löfte` first).": (
        "progress/test_compute.py::TestFaces::"
        "test_the_day_decides_until_the_final_report_is_published",
        "progress/test_compute.py::TestWhichPromise::"
        "test_between_promises_the_next_is_being_prepared_and_the_last_no_news",
        "pages/test_pages.py::test_the_day_of_a_promised_follow_up_is_told_when_the_period_is_over",
        "test_pipeline.py::test_each_day_has_its_face",
    ),
}
# What only names the rules that follow it.
NAMES = (
    "## What is computed, once",
    "**Sums that stay true**",
    "**Two dates.**",
    "**State**, exactly one per target:",
    "**Stale**:",
    "**Pace**",
    "**Words**:",
    "**Which promise**",
)


def test_every_rule_stands_in_the_copy_and_every_word_of_the_copy_is_in_a_rule() -> None:
    written = re.sub(r"^- ", "", RULES.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for name in NAMES:
        assert name in written
        written = written.replace(name, "", 1)
    assert " ".join(KEPT_BY) == " ".join(written.split())


@pytest.mark.parametrize("rule", KEPT_BY)
def test_the_tests_that_keep_a_rule_are_there(rule: str) -> None:
    assert KEPT_BY[rule]
    missing = [id for id in KEPT_BY[rule] if id.partition("::")[2] not in _tests(_file(id))]
    assert missing == []


def test_no_sentence_about_a_result_has_a_percentage() -> None:
    """Outcomes may be measured in percent; what was done never is."""
    sentences = (TESTS / "golden" / "meningar.txt").read_text(encoding="utf-8")
    assert "genomförd" in sentences
    assert not re.search(r"%|\bprocent", sentences)


def _file(id: str) -> Path:
    return TESTS / id.partition("::")[0]


@cache
def _tests(path: Path) -> frozenset[str]:
    """The names of a file's tests, those of a class with its name before, and its properties.

    A property is a function that one test runs for every history: all in `PROPERTIES`.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set(_functions(tree))
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}::{name}" for name in _functions(node)}
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Tuple):
            assert isinstance(node.target, ast.Name)
            if node.target.id == "PROPERTIES":
                found |= {name.id for name in node.value.elts if isinstance(name, ast.Name)}
    return frozenset(found)


def _functions(node: ast.Module | ast.ClassDef) -> list[str]:
    functions = (child for child in node.body if isinstance(child, ast.FunctionDef))
    return [function.name for function in functions if function.name.startswith("test_")]
