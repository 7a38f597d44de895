// Rules of retention in both of their forms.
using System.Text.Json;
using CloudSigma.Sdk.TestKit.Json;

namespace CloudSigma.Sdk.Tests.BackupSchedulers;

public class RetentionPolicyTests
{
    private const string SplitForm =
        """{"name": "p", "rules": [{"period": "days", "quantity": 7}, {"period": "weeks", "quantity": 4}, {"time_option": 1}, {"period": "months", "quantity": 12}, {"time_option": 23}]}""";

    private const string JoinedForm =
        """{"name": "p", "rules": [{"period": "days", "quantity": 7}, {"period": "weeks", "quantity": 4, "time_option": 1}, {"period": "months", "quantity": 12, "time_option": 23}]}""";

    [Theory]
    [InlineData(SplitForm)]
    [InlineData(JoinedForm)]
    public void Both_forms_are_read_as_the_same_rules_and_go_back_as_they_came(string json)
    {
        var policy = Read(json);

        Assert.Equal(RetentionPolicy.SonFatherGrandfather(7, 4, 12, DayOfWeek.Monday, 23) with { Name = "p" }, policy);
        Assert.Equal([null, DayOfWeek.Monday, null], policy.Rules.Select(static r => r.DayOfWeek));
        Assert.Equal([null, null, 23], policy.Rules.Select(static r => r.DayOfMonth));
        Assert.Null(JsonDifference.Find(JsonText.Parse(json), Write(policy with { Name = "p" })));
    }

    [Fact]
    public void Rules_that_were_changed_are_written_in_the_joined_form()
    {
        var policy = Read(SplitForm);

        Assert.Null(JsonDifference.Find(JsonText.Parse(JoinedForm), Write(policy with { Rules = [.. policy.Rules] })));
    }

    [Theory]
    [InlineData("""[{"time_option": 1}]""", 1)]
    [InlineData("""[{"period": "days", "quantity": 7}, {"time_option": 1}]""", 2)]
    [InlineData("""[{"period": "weeks", "quantity": 7, "time_option": 2}, {"time_option": 1}]""", 2)]
    [InlineData("""[{"period": "weeks", "quantity": 7}, {"time_option": 1}, {"time_option": 2}]""", 2)]
    [InlineData("""[{"period": "weeks", "quantity": 7}, {"time_option": null}]""", 2)]
    [InlineData("""[{"period": "weeks", "quantity": 7}, {"time_option": 1, "other": 1}]""", 2)]
    [InlineData("""[{"period": "years", "quantity": 7}, {"time_option": 1}]""", 2)]
    public void Option_that_belongs_to_no_rule_stays_alone(string rules, int count)
    {
        var json = $$"""{"rules": {{rules}}}""";

        Assert.Equal(count, Read(json).Rules.Count);
        Assert.Null(JsonDifference.Find(JsonText.Parse(json), Write(Read(json))));
    }

    [Fact]
    public void Days_outside_of_week_and_month_are_not_read()
    {
        var rules = Read("""{"rules": [{"period": "weeks", "quantity": 1, "time_option": 7}, {"period": "months", "quantity": 1, "time_option": 0}, {"period": "years", "quantity": 1, "time_option": 1}]}""").Rules;

        Assert.All(rules, static r => Assert.Null(r.DayOfWeek));
        Assert.All(rules, static r => Assert.Null(r.DayOfMonth));
        Assert.Equal([7, 0, 1], rules.Select(static r => r.TimeOption));
    }

    [Theory]
    [InlineData("""{"rules": [null]}""")]
    [InlineData("""{"rules": {}}""")]
    public void Rules_that_are_none_are_an_error(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Fact]
    public void Policy_that_is_not_set_is_an_empty_object()
    {
        Assert.Equal("{}", Write(RetentionPolicy.KeepAll).GetRawText());
        Assert.Equal(RetentionPolicy.KeepAll, Read("{}"));
        Assert.NotEqual(RetentionPolicy.KeepAll, RetentionPolicy.Keep(RetentionRule.Days(1)));
    }

    [Fact]
    public void Policy_is_named_after_its_rules() => Assert.Equal(
        "Keep 7 days, 4 weeks (Monday), 12 months (day 23)",
        RetentionPolicy.Keep(RetentionRule.Days(7), RetentionRule.Weeks(4, DayOfWeek.Monday), RetentionRule.Months(12, 23)).Name);

    [Fact]
    public void Nothing_to_keep_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionRule.Days(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionRule.Weeks(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionRule.Months(-1));
        Assert.Equal("sons", Assert.Throws<ArgumentOutOfRangeException>(() => RetentionPolicy.SonFatherGrandfather(0, 1, 1)).ParamName);
        Assert.Equal("fathers", Assert.Throws<ArgumentOutOfRangeException>(() => RetentionPolicy.SonFatherGrandfather(1, 0, 1)).ParamName);
        Assert.Equal("grandfathers", Assert.Throws<ArgumentOutOfRangeException>(() => RetentionPolicy.SonFatherGrandfather(1, 1, 0)).ParamName);
    }

    private static RetentionPolicy Read(string json) => JsonSerializer.Deserialize(json, SdkJson.Context.RetentionPolicy)!;

    private static JsonElement Write(RetentionPolicy policy) => JsonSerializer.SerializeToElement(policy, SdkJson.Context.RetentionPolicy);

    [Fact]
    public void A_policy_says_in_words_what_it_keeps()
    {
        Assert.Equal("keep 7 days, 4 weeks (Monday), 12 months (day 23)", RetentionPolicy.SonFatherGrandfather(7, 4, 12, DayOfWeek.Monday, 23).ToString());
        Assert.Equal("keep all", RetentionPolicy.KeepAll.ToString());
    }
}
