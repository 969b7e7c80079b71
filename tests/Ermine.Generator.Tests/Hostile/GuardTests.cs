namespace Ermine.Generator.Tests.Hostile;

/// <summary>What says who may call a function is kept, or the function is not wired at all.</summary>
public sealed class GuardTests
{
    [Fact]
    public void A_guard_of_a_base_class_and_of_an_overridden_method_is_kept()
    {
        var text = Wired.App("""
            using Microsoft.AspNetCore.Authorization;
            [Authorize("base")] public abstract class Guarded { [Authorize("overridden")] public virtual string A() => ""; }
            public sealed class Voting : Guarded { [Function, Rest("GET /a")] public override string A() => ""; }
            """).Compiles().Text;

        Assert.Contains("AuthorizeAttribute(\"base\")", text, StringComparison.Ordinal);
        Assert.Contains("AuthorizeAttribute(\"overridden\")", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attribute_that_is_not_inherited_stays_with_its_class()
    {
        var text = Wired.App("""
            [AttributeUsage(AttributeTargets.Class, Inherited = false)] public sealed class OwnAttribute : Attribute;
            [AttributeUsage(AttributeTargets.Class)] public sealed class ToneAttribute(string tone) : Attribute { public string Tone { get; } = tone; }
            [Own, Tone("base")] public class Base;
            [Tone("own")] public sealed class Voting : Base { [Function, Rest("GET /a")] public string A() => ""; }
            """).Compiles().Text;

        Assert.DoesNotContain("OwnAttribute", text, StringComparison.Ordinal);
        Assert.Contains("ToneAttribute(\"own\")", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ToneAttribute(\"base\")", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Own] public string A() => \"\";", "private sealed class OwnAttribute : AuthorizeAttribute;")]
    [InlineData("[Own(typeof(Hidden))] public string A() => \"\";", "public sealed class OwnAttribute(Type type) : AuthorizeAttribute { public Type Type { get; } = type; } private sealed class Hidden;")]
    public void A_function_whose_guard_cannot_be_repeated_is_left_out(string method, string member)
    {
        var text = Wired.App($$"""
            using Microsoft.AspNetCore.Authorization;
            public sealed class Voting { [Function, Rest("GET /a")] {{method}} {{member}} }
            """).Compiles().Text;

        Assert.DoesNotContain("catalog.Add(", text, StringComparison.Ordinal);
        Assert.Contains("catalog.Omit(\"Voting.A\", \"ERM001\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attribute_that_guards_nothing_and_cannot_be_repeated_is_left_off()
    {
        var text = Wired.App("""
            public sealed class Voting { [Function, Rest("GET /a"), Note] public string A() => ""; private sealed class NoteAttribute : Attribute; }
            """).Compiles().Text;

        Assert.Contains("catalog.Add(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NoteAttribute", text, StringComparison.Ordinal);
    }
}
