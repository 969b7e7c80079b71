using System.Globalization;
using System.Runtime.Loader;
using System.Text;
using Ermine.Events;
using Ermine.Generator.Parsing;
using Ermine.Generator.Tests.Runs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ermine.Generator.Tests.Predicates;

/// <summary>Predicates that were compiled, the patterns that they become, and events.</summary>
internal sealed class PredicateShop
{
    private const string Types = """"
        using System.Linq;
        using System.Text.Json;
        using System.Text.Json.Serialization;

        public enum State { Open, Closed = 3, Lost = -1 }
        [JsonConverter(typeof(JsonStringEnumConverter))] public enum Mood { Good, Bad, [JsonStringEnumMemberName("odd one")] Odd }
        public enum Tone { Low, High }
        public sealed record Address(string Street, int Zip, string? Note);
        public sealed record Customer(string Name, string? City, Address? Address);
        [Event("shop", "OrderPlaced")]
        public sealed record OrderPlaced(decimal Total, int Count, long Big, double Ratio, string Name, string? Nick, int? Age, bool Paid, bool? Vip, State State, Mood Mood, char Letter,
            DateTimeOffset? Since, Customer Customer, IReadOnlyList<string> Tags, int[] Codes, List<Mood> Moods, [property: JsonPropertyName("e.mail")] string Renamed)
        {
            [JsonConverter(typeof(JsonStringEnumConverter<Mood>))] public Mood Tone { get; init; }
        }

        public static class PredicateShop
        {
            public const string Ab = "ab";
            public static readonly int Two = 2;
            public static readonly decimal Least = 2.5m;
            public static readonly string[] Known = ["a", "A"];
            private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

            public static OrderPlaced New(Random r)
            {
                string[] texts = ["", "a", "ab", "aba", "A", "Aba", "b*", "é", "10.0.0.1", "010.0.0.1", "x\\y", "bab"];
                string Text() => texts[r.Next(texts.Length)];
                string? Maybe() => r.Next(4) == 0 ? null : Text();
                Mood Feel() => (Mood)r.Next(3);
                return new OrderPlaced(new[] { 0m, 1m, 1.00m, 2.5m, 2.50m, 100m, -3m }[r.Next(7)], r.Next(-1, 4), new[] { 0L, 1, 2, long.MaxValue }[r.Next(4)], new[] { 0.1, 0.30000000000000004, 1, 1e20, -0.5, 1e-7 }[r.Next(6)],
                    Text(), Maybe(), r.Next(3) == 0 ? null : r.Next(-1, 3), r.Next(2) == 0, r.Next(3) == 0 ? null : r.Next(2) == 0, (State)new[] { 0, 3, -1, 7 }[r.Next(4)], Feel(), "aA*"[r.Next(3)],
                    r.Next(2) == 0 ? null : DateTimeOffset.UnixEpoch, new Customer(Text(), Maybe(), r.Next(3) == 0 ? null : new Address(Text(), r.Next(3), null)),
                    Enumerable.Range(0, r.Next(3)).Select(_ => Text()).ToList(), Enumerable.Range(0, r.Next(3)).Select(_ => r.Next(4)).ToArray(), Enumerable.Range(0, r.Next(3)).Select(_ => Feel()).ToList(), Text()) { Tone = Feel() };
            }

            public static string Json(OrderPlaced o) => JsonSerializer.Serialize(o, Web);
        }
        """";

    private const int Head = 3; // lines before the first predicate

    public PredicateShop(IReadOnlyList<string> predicates, Random random, int events)
    {
        // What the compiler refuses, such as a pattern that no number can match, is no predicate.
        var whole = Compile(predicates);
        var broken = whole.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => (d.Location.GetLineSpan().StartLinePosition.Line - Head) / 2).ToHashSet();
        string[] kept = [.. predicates.Where((_, i) => !broken.Contains(i))];
        var compilation = Compile(kept);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        var assembly = new AssemblyLoadContext("shop", isCollectible: true).LoadFromStream(image);
        var (shop, compiled, type) = (assembly.GetType("PredicateShop")!, assembly.GetType("Predicates")!, compilation.GetTypeByMetadataName("Predicates")!);
        object[] orders = [.. Enumerable.Range(0, events).Select(_ => shop.GetMethod("New")!.Invoke(null, [random])!)];
        Events = [.. orders.Select(o => ValidatedEvent.Parse(Encoding.UTF8.GetBytes($$"""{"source":"shop","detail-type":"OrderPlaced","detail":{{shop.GetMethod("Json")!.Invoke(null, [o])}}}""")))];
        Predicates = [.. kept.Select((text, i) => new ShopPredicate(text, Translate(type.GetMembers($"F{i}").OfType<IMethodSymbol>().Single()), [.. orders.Select(o => ShopPredicate.Ask(compiled.GetMethod($"P{i}")!, o))]))];
    }

    public IReadOnlyList<ShopPredicate> Predicates { get; }

    /// <summary>Random events.</summary>
    public IReadOnlyList<ValidatedEvent> Events { get; }

    private static CSharpCompilation Compile(IReadOnlyList<string> predicates)
    {
        var methods = new StringBuilder("using System.Linq;\npublic static class Predicates\n{\n");
        for (var i = 0; i < predicates.Count; i++)
        {
            methods.Append(CultureInfo.InvariantCulture, $"    public static bool P{i}(OrderPlaced o) => {predicates[i]};\n");
            methods.Append(CultureInfo.InvariantCulture, $"    [Function, EventRule<OrderPlaced>(nameof(P{i}))] public static void F{i}(OrderPlaced order) => _ = order;\n");
        }

        return UserProject.Library(Types, methods.Append("}\n").ToString()).ToCompilation();
    }

    private static string? Translate(IMethodSymbol function) =>
        PredicateParser.Pattern(function, function.GetAttributes().Single(PredicateParser.IsOf), [], [], CancellationToken.None) is { Length: > 0 } pattern ? pattern : null;
}
