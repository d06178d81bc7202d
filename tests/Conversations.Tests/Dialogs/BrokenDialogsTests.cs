using EngagementBot.Conversations.Dialogs;

namespace EngagementBot.Conversations.Tests.Dialogs;

/// <summary>Each test breaks a copy of the real folder in one way and expects the file, the line and the fault.</summary>
public class A_broken_file_stops_the_book_from_loading
{
    private const string Head = """
        dialog: broken
        review: {owner: content lead, review_by: 2027-01-01, source: a test, confidence: inferred, reviewed_by: ""}
        steps:

        """;

    [Fact]
    public void Text_that_is_not_yaml() => Fault("dialog: a: b\nsteps: {}", line: 1, "this is not YAML");

    [Fact]
    public void A_misspelt_key() => Fault(Head + "  one:\n    text: Hi.\n    ends: true\n    chioces: []\n", line: 7, "'chioces' is not known here");

    [Fact]
    public void A_choice_that_leads_to_no_step() =>
        Fault(Head + "  one:\n    text: Hi.\n    choices:\n      - {label: A, go: broken/two}\n", line: 7, "there is no step 'broken/two'");

    [Fact]
    public void A_choice_that_leads_nowhere() => Fault(Head + "  one:\n    text: Hi.\n    choices:\n      - label: A\n", line: 7, "leads nowhere");

    [Fact]
    public void A_step_not_written_as_dialog_and_step() =>
        Fault(Head + "  one:\n    text: Hi.\n    next: two\n", line: 6, "'two' is not a step");

    [Fact]
    public void A_deed_nobody_knows() =>
        Fault(Head + "  one:\n    text: Hi.\n    choices:\n      - {label: A, deed: call-mum}\n", line: 7, "'call-mum' is not a known deed");

    [Fact]
    public void A_dead_end() => Fault(Head + "  one:\n    text: Hi.\n", line: 5, "'broken/one' is a dead end");

    [Fact]
    public void A_step_nothing_leads_to() => Fault(Head + "  one:\n    text: Hi.\n    ends: true\n", line: 5, "nothing leads to 'broken/one'");

    [Fact]
    public void A_wording_missing_for_a_channel() => Fault(Head + "  one:\n    web: Hi.\n    ends: true\n", line: 5, "no wording for sms");

    [Fact]
    public void A_variable_that_nothing_fills() => Fault(Head + "  one:\n    text: Hi {name}.\n    ends: true\n", line: 5, "nothing fills {name}");

    [Fact]
    public void A_web_text_that_is_too_long() =>
        Fault(Head + $"  one:\n    web: {new string('a', 401)}\n    sms: Hi.\n    ends: true\n", line: 5, "401 characters on the web");

    [Fact]
    public void An_urgent_sms_over_one_segment() =>
        Fault(Head + $"  one:\n    urgent: true\n    web: Hi.\n    sms: {new string('a', 161)}\n    ends: true\n", line: 5, "161 characters by SMS");

    [Fact]
    public void Numbered_choices_that_push_an_urgent_sms_over_one_segment() =>
        Fault(Head + $"  one:\n    urgent: true\n    web: Hi.\n    sms: {new string('a', 157)}\n    choices:\n      - {{label: B, deed: fetch-person}}\n", line: 5, "161 characters by SMS");

    [Fact]
    public void Any_sms_over_two_segments() =>
        Fault(Head + $"  one:\n    web: Hi.\n    sms: {new string('a', 307)}\n    ends: true\n", line: 5, "307 characters by SMS");

    [Fact]
    public void A_letter_outside_the_sms_alphabet() =>
        Fault(Head + "  one:\n    web: Hi.\n    sms: It’s me.\n    ends: true\n", line: 5, "'’' by SMS");

    [Fact]
    public void More_than_five_choices() => Fault(
        Head + "  one:\n    text: Hi.\n    choices:\n" + string.Concat(Enumerable.Range(1, 6).Select(at => $"      - {{label: L{at}, deed: fetch-person}}\n")),
        line: 7,
        "offers 6 choices");

    [Fact]
    public void Two_choices_with_one_meaning() =>
        Fault(Head + "  one:\n    text: Hi.\n    choices:\n      - {label: Yes, go: bye/end}\n      - {label: Go on, also: [yes], go: bye/end}\n", line: 8, "would mean both");

    [Theory]
    [InlineData("county lines")]
    [InlineData("exploited")]
    [InlineData("victim")]
    [InlineData("a person is coming")]
    public void Words_not_said(string words) => Fault(Head + $"  one:\n    text: About {words}.\n    ends: true\n", line: 5, $"says '{words}'");

    [Fact]
    public void An_exclamation_mark() => Fault(Head + "  one:\n    text: Hi!\n    ends: true\n", line: 5, "says '!'");

    [Theory]
    [InlineData("0800 123 4567", "which services/ does not hold")]
    [InlineData("0808 808 4994", "which is retired")]
    public void A_number_that_must_reach_nobody(string number, string fault) =>
        Fault(Head + $"  one:\n    text: Ring {number}.\n    ends: true\n", line: 5, fault);

    [Fact]
    public void A_service_whose_status_nobody_knows() => Fault(
        "services:\n  - {id: a, name: A, numbers: ['1234567'], area: uk, ages: any, confidence: verified, status: perhaps}\n", line: 2, "'perhaps' is not a known status", "services/broken.yaml");

    [Fact]
    public void A_step_said_by_name_whose_text_is_missing() => Fault(Head + "  one:\n    says: no-such-text\n    ends: true\n", line: 5, "which no file holds");

    [Fact]
    public void Too_many_statements_at_once() => Fault(
        Head + "  one:\n    text: A.\n    next: broken/two\n  two:\n    text: B.\n    next: broken/three\n  three:\n    text: C.\n    ends: true\n",
        line: 5,
        "says more than 2 things");

    [Fact]
    public void A_loop_of_statements() => Fault(
        Head + "  one:\n    text: A.\n    next: broken/two\n  two:\n    text: B.\n    next: broken/one\n",
        line: 5,
        "says more than 2 things");

    [Theory]
    [InlineData("owner: content lead, ", "'owner' is missing")]
    [InlineData("review_by: 2027-01-01, ", "'review_by' is missing")]
    [InlineData("source: a test, ", "'source' is missing")]
    [InlineData("confidence: inferred, ", "'confidence' is missing")]
    [InlineData(", reviewed_by: \"\"", "'reviewed_by' is missing")]
    public void A_review_with_a_part_missing(string part, string fault) =>
        Fault(Head.Replace(part, "", StringComparison.Ordinal) + "  one:\n    text: Hi.\n    ends: true\n", line: 2, fault);

    [Fact]
    public void A_review_date_that_is_none() => Fault(
        Head.Replace("2027-01-01", "next spring", StringComparison.Ordinal) + "  one:\n    text: Hi.\n    ends: true\n", line: 2, "'next spring' is not a date");

    [Fact]
    public void A_file_without_any_review() => Fault("dialog: broken\nsteps:\n  one:\n    text: Hi.\n    ends: true\n", line: 4, "has no review");

    [Fact]
    public void A_topic_that_leads_to_a_question() => Fault(
        "topic: broken\nanswers:\n  - go: debt/ask\n    examples: [hi there you]\n", line: 3, "must lead to a step that states something", "en/topics/broken.yaml");

    [Fact]
    public void A_topic_without_examples() => Fault("topic: broken\nanswers:\n  - go: debt/start\n", line: 3, "'examples' is missing", "en/topics/broken.yaml");

    [Fact]
    public void A_route_for_a_category_nobody_knows() => Fault(
        "after_topics:\n  - {any: [being-sad], go: debt/start}\n", line: 2, "'being-sad' is not a known any", "en/routes.yaml");

    [Fact]
    public void A_text_of_the_turn_that_is_missing()
    {
        var fault = Assert.Throws<DialogFault>(() => DialogBook.Read(RealDialogs.Without("en/texts/sms.yaml")));

        Assert.Contains("'sms-stopped' is missing", fault.Message);
    }

    [Fact]
    public void A_folder_without_the_fallback_language() => Assert.Throws<DialogFault>(() => DialogBook.Read([]));

    private static void Fault(string text, int line, string fault, string path = "en/broken.yaml")
    {
        var files = RealDialogs.Without(path).Append((path, text));

        var found = Assert.Throws<DialogFault>(() => DialogBook.Read(files));

        Assert.Contains(fault, found.Message);
        Assert.Equal(path, found.Path);
        Assert.Equal(line, found.Line);
        Assert.StartsWith($"{path}:{line}: ", found.Message);
    }
}
