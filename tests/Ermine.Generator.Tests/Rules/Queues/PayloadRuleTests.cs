using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Queues;

public sealed class PayloadRuleTests
{
    [Fact]
    public Task A_member_that_cannot_travel_is_told_with_the_way_to_it() => RuleTest<PayloadRule>.Says("ERM103", DiagnosticSeverity.Error,
        "'Vote' cannot travel as JSON, so its messages fail or lose data: 'Vote.Proof.Stream' is 'Stream', which lives in one process only; send a value, or leave it out with [JsonIgnore]", """
        public sealed record Proof(string Name, System.IO.Stream Stream);
        [Queue("votes")] public sealed record Vote(int Choice, Proof {|#0:Proof|});
        """);

    [Theory]
    [InlineData("Action")]
    [InlineData("Func<int>?")]
    [InlineData("IntPtr")]
    [InlineData("nint?")]
    [InlineData("Type")]
    [InlineData("System.Reflection.MethodInfo")]
    [InlineData("System.IO.MemoryStream")]
    [InlineData("Task<int>")]
    [InlineData("CancellationToken")]
    [InlineData("Exception")]
    [InlineData("System.Linq.Expressions.Expression<Func<int>>")]
    [InlineData("int[,]")]
    [InlineData("int*")]
    [InlineData("delegate*<void>")]
    [InlineData("(int X, int Y)")]
    [InlineData("System.Numerics.BigInteger")]
    [InlineData("IAsyncEnumerable<int>")]
    [InlineData("IReadOnlySet<int>")]
    [InlineData("IDisposable")]
    [InlineData("TimeProvider")]
    [InlineData("List<Action>")]
    [InlineData("Dictionary<string, Type[]>")]
    [InlineData("Dictionary<DateOnly[], int>")]
    [InlineData("IReadOnlyDictionary<object, int>")]
    public Task Types_that_JSON_does_not_carry_are_found(string type) => RuleTest<PayloadRule>.Fires($$"""
        [Queue("votes")] public sealed unsafe class Vote { public {{type}} {|ERM103:Value|} { get; set; } = default!; }
        """);

    [Fact]
    public Task Types_without_an_end_are_borne() => RuleTest<PayloadRule>.IsSilent("""
        public sealed class Node<T> { public Node<Node<T>>? Next { get; set; } public Node<List<T>>? Other { get; set; } }
        [Queue("votes")] public sealed class Vote { public Node<int>? Node { get; set; } }
        """);

    [Theory]
    [InlineData("string?")]
    [InlineData("decimal")]
    [InlineData("Guid?")]
    [InlineData("DateTimeOffset")]
    [InlineData("Uri")]
    [InlineData("Version")]
    [InlineData("DayOfWeek")]
    [InlineData("byte[]")]
    [InlineData("int[][]")]
    [InlineData("object")]
    [InlineData("IReadOnlyList<string>")]
    [InlineData("IEnumerable<KeyValuePair<string, int>>")]
    [InlineData("HashSet<Guid>")]
    [InlineData("Dictionary<DayOfWeek, List<int>>")]
    [InlineData("Dictionary<Uri, int>")]
    [InlineData("System.Collections.Immutable.ImmutableArray<int>")]
    [InlineData("ReadOnlyMemory<byte>")]
    [InlineData("System.Text.Json.JsonElement")]
    [InlineData("System.Text.Json.Nodes.JsonObject")]
    [InlineData("System.Text.Json.Nodes.JsonNode")]
    [InlineData("Tuple<int, string>")]
    [InlineData("Tree")]
    [InlineData("Shape")]
    [InlineData("Money")]
    public Task Types_that_JSON_carries_are_left_alone(string type) => RuleTest<PayloadRule>.IsSilent($$"""
        using System.Text.Json.Serialization;

        [Queue("votes")] public sealed class Vote { public {{type}} Value { get; set; } = default!; }
        public sealed record Tree(string Name, IReadOnlyList<Tree> Children, Tree? Parent = null);
        [JsonDerivedType(typeof(Circle), "circle")] public abstract record Shape;
        public sealed record Circle(double Radius) : Shape;
        public readonly record struct Money(decimal Amount, string Currency);
        """);

    [Fact]
    public Task What_is_ignored_converted_hidden_or_static_is_left_alone() => RuleTest<PayloadRule>.IsSilent("""
        using System.Text.Json;
        using System.Text.Json.Serialization;

        [Queue("votes")]
        public sealed class Vote
        {
            public static Action Default { get; } = () => { };
            [JsonIgnore] public Action? Ignored { get; set; }
            [JsonConverter(typeof(ActionConverter))] public Action? Converted { get; set; }
            public Handle Handle { get; set; }
            internal Type? Hidden { get; set; }
            public Type? Written { set { } }
            public Action? Field;
            public Action? this[int index] => null;
            public int Choice { get; set; }
        }

        [JsonConverter(typeof(ActionConverter))] public struct Handle { public IntPtr Address { get; set; } }
        public sealed class ActionConverter : JsonConverter<Action>
        {
            public override Action Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => () => { };
            public override void Write(Utf8JsonWriter writer, Action value, JsonSerializerOptions options) => writer.WriteNullValue();
        }
        """);

    [Fact]
    public Task Inherited_members_included_fields_and_references_are_followed() => RuleTest<PayloadRule>.Fires("""
        using System.Text.Json.Serialization;

        public abstract class Sent { public Type? {|ERM103:Kind|} { get; set; } }
        [Queue("votes")]
        public sealed class Vote : Sent
        {
            private int _choice;
            [JsonInclude] internal Action? {|ERM103:_after|};
            public ref int {|ERM103:Choice|} => ref _choice;
            public ReadOnlySpan<int> {|ERM103:Span|} => default;
        }
        """);

    [Fact]
    public Task The_kinds_of_an_open_type_are_followed() => RuleTest<PayloadRule>.Fires("""
        using System.Text.Json.Serialization;

        [Queue("votes")] public sealed record Vote(Shape {|ERM103:Shape|});
        [JsonDerivedType(typeof(Circle), "circle")] public abstract record Shape;
        public sealed record Circle(Action Draw) : Shape;
        """);

    [Fact]
    public Task A_type_that_cannot_be_built_when_read_is_told_why() => RuleTest<PayloadRule>.Fires("""
        [Queue("a")] public sealed class {|ERM103:TwoWays|} { public TwoWays(int a) => A = a; public TwoWays(int a, int b) : this(a + b) { } public int A { get; } }
        [Queue("b")] public sealed class {|ERM103:OtherName|} { public OtherName(int other) => A = other; public int A { get; } }
        [Queue("c")] public sealed class {|ERM103:OtherType|} { public OtherType(long a) => A = (int)a; public int A { get; } }
        [Queue("d")] public sealed class {|ERM103:Closed|} { private Closed() { } public int A { get; set; } }
        [Queue("e")] public struct {|ERM103:OnlyFields|} { public int A; }
        [Queue("f")] public abstract class {|ERM103:Open|} { public int A { get; set; } }
        """);

    [Fact]
    public Task A_type_that_can_be_built_when_read_is_left_alone() => RuleTest<PayloadRule>.IsSilent("""
        using System.Text.Json.Serialization;

        [Queue("a")] public sealed class Chosen { public Chosen(int a) => A = a; [JsonConstructor] internal Chosen(int a, int b) : this(a) => B = b; public int A { get; } public int B { get; } }
        [Queue("b")] public sealed class Ignored { public Ignored(int a) => A = a; [JsonIgnore] public int A { get; } }
        [Queue("c")] public sealed record Nothing;
        [Queue("d")] public readonly record struct Pair(int A, int B);
        [Queue("e")] public sealed class Many : List<int>;
        [Queue("f")] public record Votes<T>(T Value);
        """);

    [Fact]
    public Task A_payload_without_a_queue_of_its_own_is_told_at_the_function() => RuleTest<PayloadRule>.Fires("""
        public sealed class Voting
        {
            [Function, QueueTrigger("votes")] public void Tally((int Poll, int Choice) {|ERM103:vote|}) { }
        }
        """);

    [Fact]
    public Task Half_typed_payloads_are_borne() => RuleTest<PayloadRule>.BearsHalfTyped("""
        [Queue("votes")] public sealed class Vote : Missing { public Nowhere Value { get; set; } public int X { get; public List<> Y { get; } public Vote(int }
        [Queue public record struct Pair(int, Dictionary<string> Map
        """);
}
