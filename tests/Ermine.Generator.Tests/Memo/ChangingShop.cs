namespace Ermine.Generator.Tests.Memo;

/// <summary>A project in which everything can change that a class may be read in the light of: texts with places, and what may stand in each.</summary>
internal static class ChangingShop
{
    /// <summary>The files. A place is a word between dollar signs; a file of nothing but an empty place is not there.</summary>
    public static readonly IReadOnlyList<(string Path, string Text)> Files =
    [
        ("Globals.cs", "$globals$"),
        ("Program.cs", "$program$"),
        ("Voting.cs", """
            $usings$
            namespace $space$;
            [Tag(3)] public partial class Voting$constructor$ : Base
            {
                [Function, QueueTrigger(LeaseSeconds = $lease$)] public void Tally(Vote vote, IClock clock) { $body$ }
                [Function, QueueTrigger] public void TallyMany(IReadOnlyList<Vote> votes) { }
                [Function, Rest("GET /votes/{choice}")] public string Show(Choice choice = Choice.First) => "";
            }
            """),
        ("Part.cs", "$part$"),
        ("Vote.cs", "namespace $votes$;\n$contract$ $access$ sealed record Vote(int Id) { public int Twice() { $voteBody$ return Id; } }"),
        ("Texts.cs", "namespace Shop;\npublic static class Texts { public const string Queue = $queue$; public const string Topic = \"topic\"; public const int Most = $most$; }"),
        ("Deeper.cs", "namespace Shop;\npublic static class Deeper { public const string Queue = $deeper$; }"),
        ("Clock.cs", "namespace Shop;\npublic $clock$ IClock { }"),
        ("Choice.cs", "namespace Shop;\npublic enum Choice { $choices$ }"),
        ("Base.cs", "namespace Shop;\n$baseTag$ public abstract class Base : $baseOf$ { public void Common() => $baseBody$; $baseMember$ }"),
        ("Deepest.cs", "namespace Shop;\npublic abstract class Deepest { $deepest$ }"),
        ("Tag.cs", "namespace Shop;\n[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = $inherited$)] $tagAccess$ sealed class TagAttribute(int value) : Attribute { public int Value => value; }"),
        ("Relative.cs", "namespace Shop.Relatives { public static class Relative { [Function, QueueTrigger(\"r\")] public static void Run(Inner.Thing thing) => _ = thing; } }\nnamespace Shop.Inner { public sealed class Thing; }"),
        ("Nested.cs", "namespace Shop.Nests;\npublic static class A { public static class B_C { [Function, QueueTrigger(\"n\")] public static void Run(string text) => _ = text; } }"),
        ("Foreign.cs", "namespace Strange;\n[Lib.Hidden] public static class Foreign { [Function, QueueTrigger(Lib.Known.Queue)] public static void Run(string text) => _ = text; }"),
        ("Back.cs", "namespace Strange;\npublic static class Back { [Function, PlugIn.Turned] public static void Run(string text) => _ = text; }"),
        ("Turning.cs", "namespace Shop;\n[TriggerShape($shape$)] public abstract class TurningAttribute : TriggerAttribute;"),
        ("Aliases.cs", "namespace Elsewhere;\npublic static class Aliases { [Function, QueueTrigger(\"a\")] public static void Run(Aliased one) => _ = one; [Function, QueueTrigger(Topic)] public static void Named(string text) => _ = text; }"),
        ("Placing.cs", """
            namespace Shop;
            using System.Runtime.CompilerServices;
            public sealed class HereAttribute(int a, [CallerFilePath] string path = "", [CallerLineNumber] int line = 0, [CallerArgumentExpression("a")] string text = "", int last = 0) : Attribute { public object All => (a, path, line, text, last); }
            public class OfPlaced : Placed { [Function, QueueTrigger("h")] public void Run(string text) => _ = text; }
            """),
        ("Placed.cs", "$line$namespace Shop;\n[Here(1$plus$1, last: 2)] public abstract class Placed;"),
        ("Simple.cs", "namespace Simple;\npublic static class Simplest { [Function, Rest(\"POST /pairs\")] public static void Run(string text, CancellationToken ct) => _ = (text, ct); }"),
        ("Extended.cs", "namespace Shop.Polls;\npublic static class Extended { [Function, Rest(\"GET /\" + nameof(IClock.Shift))] public static void Run() { } }"),
        ("Thanking.cs", """
            namespace Shop;
            [Event("shop", "OrderPlaced")] public sealed record OrderPlaced(int Total, string Name);
            public static partial class Thanking { [Function, EventRule<OrderPlaced>(nameof(IsBig))] public static void Run(OrderPlaced order) => _ = order; }
            """),
        ("Predicate.cs", "namespace Shop;\npublic static partial class Thanking { private static $predicateOf$ IsBig(OrderPlaced o) $predicate$ }"),
        ("Programs.cs", "namespace Programs;\npublic static class program { [Function, Rest(\"GET /p\")] public static void Run() { } }"),
        ("Ordering.cs", "namespace Shop.Orders;\npublic static class Ordering { [Function, Rest(\"POST /orders\")] public static void Place(Basket basket, int size) => _ = (basket, size); }"),
        ("Basket.cs", "namespace Shop.Orders;\nusing System.ComponentModel.DataAnnotations;\npublic sealed class Basket $basketOf$ { $basketRule$ public string Name { get; set; } = \"\"; public List<Item$nullable$> Items { get; set; } = $items$; public Size Size { get; set; } }"),
        ("Item.cs", "namespace Shop.Orders;\nusing System.ComponentModel.DataAnnotations;\n$itemKinds$ public class Item : ItemBase { [Range(1, Texts.Most)] public $itemType$ Count { get; set; } public override string? Note { get; set; } }"),
        ("ItemBase.cs", "namespace Shop.Orders;\nusing System.ComponentModel.DataAnnotations;\npublic abstract class ItemBase { [StringLength(9)] $noteRule$ public virtual string? Note { get; set; } }"),
        ("Special.cs", "namespace Shop.Orders;\nusing System.ComponentModel.DataAnnotations;\npublic sealed class Special : Item { $specialRule$ public string? Extra { get; set; } }"),
        ("Even.cs", "namespace Shop.Orders;\n$evenAccess$ sealed class EvenAttribute($evenTakes$) : $evenOf$;"),
        ("Size.cs", "namespace Shop.Orders;\n$flags$ public enum Size { Small = 1, $sizes$ }"),
        ("New.cs", "$new$"),
        ("System.cs", "$system$"),
    ];

    /// <summary>What may stand in each place; what comes first is how it begins.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Choices = new Dictionary<string, string[]>
    {
        ["globals"] = ["", "global using Aliased = Shop.Choice;", "global using Renamed = Shop.Choice;", "global using Aliased = Shop.Texts;", "global using static Shop.Texts;", "global using Shop;"],
        ["program"] = ["Console.WriteLine();", "", "Console.WriteLine(1);"],
        ["usings"] = ["", "using Shop.Other;", "using Vote = Shop.Choice;", "using static Shop.Deeper;"],
        ["space"] = ["Shop.Polls", "Shop.polls", "Shop", "Polls"],
        ["constructor"] = ["", "(IClock clock)", "(int number)"],
        ["lease"] = ["60", "90", "(int)Choice.First", ""],
        ["body"] = ["", "_ = vote;"],
        ["part"] =
        [
            "namespace Shop.Polls;\n[Tag(7)] partial class Voting { [Function, QueueTrigger(\"p\")] public void Part(Vote vote) => _ = vote; }", "",
            "namespace Shop.Polls;\npartial class Voting { public Voting(string text) { } }", "namespace Shop.Polls;\nclass Voting { [Function, QueueTrigger(\"p\")] public void Part(",
            "namespace Shop.Polls;\npartial class Voting { internal sealed record Vote(int Own); }",
        ],
        ["votes"] = ["Shop", "Shop.Other", "Shop.Polls"],
        ["contract"] = ["[Queue(Texts.Queue)]", "[Queue(\"ballots\")]", "", "[Queue(", "[Queue(Texts.Missing)]"],
        ["access"] = ["public", "internal", "file", "abstract"],
        ["voteBody"] = ["", "var two = 2; _ = two;"],
        ["predicateOf"] = ["bool", "int"],
        ["predicate"] = ["=> o.Total > Texts.Most;", "=> o.Name == Deeper.Queue;", "{ return o.Name != \"a\"; }", "{ _ = 1; return true; }", "=> o.Name.ToLower() == \"a\";", "=> o.", ";"],
        ["queue"] = ["Deeper.Queue", "\"a\"", "\"b\""],
        ["deeper"] = ["\"c\"", "\"d\"", "nameof(Choice)"],
        ["clock"] = ["interface", "sealed class", "abstract class", "enum", "interface I;\npublic struct"],
        ["choices"] = ["First, Second", "Zeroth, First", "Second, Third"],
        ["baseTag"] = ["[Tag(1)]", "[Tag(2)]", "", "[Tag("],
        ["baseOf"] = ["Deepest", "Deepest, IDisposable", "Missing", "IAsyncDisposable"],
        ["baseMember"] = ["", "public sealed record Vote(int Own);", "public required int Needed { get; init; }", "public void Dispose() { }"],
        ["baseBody"] = ["_ = 1", "_ = 2"],
        ["deepest"] = ["", "public interface IClock;", "public class Choice;", "public required string Deep { get; set; }"],
        ["basketOf"] = ["", ": System.ComponentModel.DataAnnotations.IValidatableObject", ": ItemBase"],
        ["basketRule"] = ["[StringLength(10)]", "[StringLength(20)]", "[System.Text.Json.Serialization.JsonPropertyName(\"n\"), Even]", "[Even]", "", "[Display(Name = Texts.Topic), Required]", "[StringLength("],
        ["items"] = ["null!", "[]"],
        ["nullable"] = ["", "?"],
        ["itemKinds"] = ["", "[System.Text.Json.Serialization.JsonDerivedType(typeof(Special))]"],
        ["itemType"] = ["int", "double", "decimal?", "string"],
        ["noteRule"] = ["", "[Even]", "[System.Text.Json.Serialization.JsonIgnore]"],
        ["specialRule"] = ["", "[Phone]", "[Compare(\"Note\")]"],
        ["evenAccess"] = ["public", "file"],
        ["evenTakes"] = ["", "int by = 2"],
        ["evenOf"] = ["System.ComponentModel.DataAnnotations.ValidationAttribute", "System.ComponentModel.DataAnnotations.RequiredAttribute", "Attribute"],
        ["flags"] = ["", "[Flags]"],
        ["sizes"] = ["Large = 2", "Large = 4"],
        ["most"] = ["9", "99"],
        ["inherited"] = ["true", "false"],
        ["tagAccess"] = ["public", "internal", "file"],
        ["shape"] = ["InputShape.Message", "InputShape.Http", "InputShape.None"],
        ["line"] = ["", "\n\n", "#line 50\n", "#line 60\n", "#line 60 \"Mapped.cs\"\n"],
        ["plus"] = ["+", " + ", "*"],
        ["new"] =
        [
            "", "namespace Shop.Polls;\npublic interface Vote;", "namespace Shop.Polls;\npublic sealed class QueueTriggerAttribute : Attribute;", "namespace Shop.Polls;\npublic sealed class IReadOnlyList<T>;",
            "namespace Shop.Polls;\npublic delegate void Vote();", "namespace Shop.Relatives.Inner;", "namespace Shop.Nests;\npublic static class A_B { public static class C; }", "namespace Shop.Nests;\npublic static class A_B_C;",
            "namespace Shop.Nests.A_B_C;", "namespace Shop.Far;\npublic class voting;", "namespace shop.Nothing;\npublic class Nothing;",
            "namespace Shop.Polls;\npublic static class Extensions { extension(IClock) { public static int Shift => 1; } }", "namespace Simple;\npublic enum CancellationToken;", "namespace Elsewhere;\npublic sealed class Aliased;",
            "namespace Shop.Polls;\npublic sealed record Vote(", "namespace Shop.Other;\npublic enum Unrelated { One }", "namespace Shop.Far;\npublic class Nest { public struct voting; }", "namespace Strange.Lib;\npublic static class Known { public const string Queue = \"mine\"; }",
        ],
        ["system"] = ["", "namespace System;\npublic class Attribute;", "namespace System.Polyfills;\npublic class Attribute;"],
        ["order"] = ["as written", "reversed"],
        ["path"] = ["Placed.cs", "Moved.cs"],
        ["assembly"] = ["Shop", "Store"],
        ["library"] = ["x", "y", ""],
        ["plugIn"] = ["", "built against the shop"],
        ["options"] = ["", "mapped paths"],
    };
}
