using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Queues;

public sealed class KeyMemberRuleTests
{
    [Fact]
    public Task A_mistyped_group_gets_the_member_that_was_meant() => RuleTest<KeyMemberRule>.Says("ERM105", DiagnosticSeverity.Error,
        "'Payment' has GroupKey = \"Acount\", which 'Payment' has no member of, so no message of it can be sent; did you mean 'Account'?", """
        [Queue("payments", {|#0:GroupKey = "Acount"|})] public sealed record Payment(string Account, decimal Amount);
        """);

    [Fact]
    public Task A_mistyped_member_to_gather_by_is_found_at_the_trigger() => RuleTest<KeyMemberRule>.Says("ERM105", DiagnosticSeverity.Error,
        "'Voting.Tally' has Coalesce = \"Poll\", which 'Vote' has no member of, so its batches mix what they are to keep apart; choose a member that is text, a number, a bool, a Guid, an enum or a date", """
        [Queue("votes")] public sealed record Vote(Guid PollId, int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger({|#0:Coalesce = "Poll"|})] public void Tally(IReadOnlyList<Vote> batch) { }
        }
        """);

    [Theory]
    [InlineData("private string Account { get; set; } = \"\";")]
    [InlineData("public string Account = \"\";")]
    [InlineData("[JsonIgnore] public string Account { get; set; } = \"\";")]
    [InlineData("public static string Account { get; set; } = \"\";")]
    [InlineData("public string Account { set { } }")]
    [InlineData("public string Account() => \"\";")]
    [InlineData("[JsonPropertyName(\"acct\")] public string Account { get; set; } = \"\";")]
    [InlineData("public string[] Account { get; set; } = [];")]
    [InlineData("public Dictionary<string, int> Account { get; set; } = [];")]
    [InlineData("public Number Account { get; set; } = new();")]
    [InlineData("public (int, int)? Account { get; set; }", false)]
    public Task What_is_not_written_as_a_simple_value_of_its_name_is_no_key(string member, bool fires = true) => RuleTest<KeyMemberRule>.Fires($$"""
        using System.Text.Json.Serialization;

        public sealed class Number { public int Value { get; set; } }
        [Queue("payments", {{(fires ? "{|ERM105:GroupKey = \"Account\"|}" : "GroupKey = \"Account\"")}})] public sealed class Payment { {{member}} }
        """);

    [Theory]
    [InlineData("string?")]
    [InlineData("int")]
    [InlineData("decimal?")]
    [InlineData("Guid")]
    [InlineData("bool")]
    [InlineData("DayOfWeek?")]
    [InlineData("DateTimeOffset")]
    [InlineData("DateOnly")]
    [InlineData("Uri")]
    [InlineData("object")]
    [InlineData("byte[]")]
    [InlineData("Number")]
    public Task What_is_or_may_be_written_as_a_simple_value_is_a_key(string type) => RuleTest<KeyMemberRule>.IsSilent($$"""
        using System.Text.Json.Serialization;

        [JsonConverter(typeof(JsonStringEnumConverter))] public sealed class Number { }
        [Queue("payments", GroupKey = nameof(Payment.Account))] public sealed record Payment({{type}} Account);
        """);

    [Fact]
    public Task Names_that_a_policy_makes_and_members_that_only_JSON_has_are_left_alone() => RuleTest<KeyMemberRule>.IsSilent("""
        using System.Text.Json;
        using System.Text.Json.Serialization;

        public abstract record Base(string Account);
        [Queue("a", GroupKey = "account")] public sealed record Lower(string Account);
        [Queue("b", GroupKey = "Account")] public sealed record Inherited(string Account) : Base(Account);
        [Queue("c", GroupKey = "PollId")] public sealed record Snake([property: JsonPropertyName("poll_id")] Guid PollId);
        [Queue("d", GroupKey = "Account")] public sealed class Included { [JsonInclude] public string Account = ""; }
        [Queue("e", GroupKey = "Account")] public sealed class Rest { [JsonExtensionData] public Dictionary<string, JsonElement>? More { get; set; } }
        public sealed class Reading
        {
            [Function, QueueTrigger("a", Coalesce = "Account")] public void Read(IReadOnlyList<JsonElement> batch) { }
        }
        """);

    [Fact]
    public Task Half_typed_keys_are_borne() => RuleTest<KeyMemberRule>.BearsHalfTyped("""
        [Queue("votes", GroupKey = )] public sealed record Vote(Guid PollId);
        [Queue("polls", GroupKey = "A")] public sealed record Poll(Missing A, int
        public sealed class Voting
        {
            [Function, QueueTrigger(Coalesce = "X")] public void Tally(IReadOnlyList<Absent> batch) { }
        }
        """);
}
