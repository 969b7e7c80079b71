using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Queues;

public sealed class PayloadMemberRuleTests
{
    [Fact]
    public Task A_local_time_is_told_with_the_way_to_it() => RuleTest<PayloadMemberRule>.Says("ERM109", DiagnosticSeverity.Warning,
        "'Vote.Proof.Taken' is a DateTime, which is read in the time zone of whichever machine handles it, or without any; send a DateTimeOffset", """
        public sealed record Proof(string Name, DateTime Taken);
        [Queue("votes")] public sealed record Vote(int Choice, Proof {|#0:Proof|});
        """);

    [Fact]
    public Task Bytes_are_told_what_they_cost() => RuleTest<PayloadMemberRule>.Says("ERM110", DiagnosticSeverity.Warning,
        "'Vote.Scan' is 'byte[]', which JSON carries as text of four thirds its size, and a payload has at most 256 KiB; store the bytes and send their key", """
        [Queue("votes")] public sealed record Vote(int Choice, byte[] {|#0:Scan|});
        """);

    [Theory]
    [InlineData("DateTime?", "ERM109")]
    [InlineData("List<DateTime>", "ERM109")]
    [InlineData("Dictionary<string, DateTime[]>", "ERM109")]
    [InlineData("byte[]?", "ERM110")]
    [InlineData("byte[][]", "ERM110")]
    [InlineData("Memory<byte>", "ERM110")]
    [InlineData("ReadOnlyMemory<byte>?", "ERM110")]
    [InlineData("IReadOnlyList<byte[]>", "ERM110")]
    public Task They_are_found_within_what_holds_them(string type, string id) => RuleTest<PayloadMemberRule>.Fires($$"""
        [Queue("votes")] public sealed class Vote { public {{type}} {|{{id}}:Value|} { get; set; } = default!; }
        """);

    [Theory]
    [InlineData("DateTimeOffset")]
    [InlineData("DateOnly?")]
    [InlineData("List<byte>")]
    [InlineData("string")]
    [InlineData("byte")]
    [InlineData("Dictionary<DateTime, int>")]
    [InlineData("[JsonIgnore] byte[]")]
    [InlineData("[JsonConverter(typeof(JsonStringEnumConverter))] DateTime")]
    [InlineData("Vote?")]
    public Task What_travels_well_is_left_alone(string type) => RuleTest<PayloadMemberRule>.IsSilent($$"""
        using System.Text.Json.Serialization;

        [Queue("votes")] public sealed class Vote { {{(type[0] == '[' ? type.Replace("] ", "] public ", StringComparison.Ordinal) : $"public {type}")}} Value { get; set; } = default!; }
        """);

    [Fact]
    public Task Types_without_an_end_are_borne() => RuleTest<PayloadMemberRule>.IsSilent("""
        public abstract class Left : List<Right>;
        public abstract class Right : List<Left>;
        public sealed class Node<T> { public Node<Node<T>>? Next { get; set; } public Node<List<T>>? Other { get; set; } }
        [Queue("votes")] public sealed class Vote { public Left? Left { get; set; } public Node<int>? Node { get; set; } }
        """);

    [Fact]
    public Task A_payload_without_a_queue_is_told_where_it_is_taken() => RuleTest<PayloadMemberRule>.Fires("""
        public sealed record Vote(DateTime {|ERM109:At|});
        public sealed record NotSent(DateTime At, byte[] Bytes);
        public sealed class Voting
        {
            [Function, QueueTrigger("votes")] public void Tally(Vote vote) { }
            [Function, Rest("POST /votes")] public void Cast(NotSent vote) { }
        }
        """);
}
