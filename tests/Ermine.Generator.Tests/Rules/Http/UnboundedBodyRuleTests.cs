using Ermine.Generator.Rules.Http;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Http;

// No fix is safe: how long a text may be is the author's to know, and any number put there would refuse what is accepted today.
public sealed class UnboundedBodyRuleTests
{
    [Fact]
    public Task A_public_body_without_bounds_is_told_of() => RuleTest<UnboundedBodyRule>.Says("ERM427", DiagnosticSeverity.Info,
        "Everyone may call 'Polls.Open', and 'NewPoll.Question' and 'NewPoll.Choices' of its body may be as long as a body can be; say how long with [StringLength], [MaxLength] or [Length]", """
        public sealed record NewPoll(string Question, IReadOnlyList<int> Choices);
        public sealed class Polls { [Function, Rest("POST /polls"), Microsoft.AspNetCore.Authorization.AllowAnonymous] public void Open(NewPoll {|#0:body|}) { } }
        """);

    [Fact]
    public Task Only_the_first_are_named() => RuleTest<UnboundedBodyRule>.Says("ERM427", DiagnosticSeverity.Info,
        "Everyone may call 'Polls.Open', and 'Wide.A', 'Wide.B', 'Wide.C' and 2 more of its body may be as long as a body can be; say how long with [StringLength], [MaxLength] or [Length]", """
        public sealed record Wide(string A, string B, string C, string D, string E);
        public sealed class Polls { [Function, Rest("POST /polls")] public void Open(Wide {|#0:body|}) { } }
        """);

    [Theory]
    [InlineData("Nested")]
    [InlineData("List<Bounded>")]
    [InlineData("[property: System.ComponentModel.DataAnnotations.Required] string Text", true)]
    public Task Nested_texts_lists_and_attributes_that_bound_nothing_count(string type, bool isMember = false) => RuleTest<UnboundedBodyRule>.Fires($$"""
        using System.ComponentModel.DataAnnotations;

        public sealed record Bounded([MaxLength(9)] string Text);
        public sealed record Nested(Inner Inner);
        public sealed record Inner(string Text);
        public sealed record Membered({{(isMember ? type : "int Number")}});
        public sealed class Polls { [Function, Rest("PUT /polls")] public void Open({{(isMember ? "Membered" : type)}} {|ERM427:body|}) { } }
        """);

    [Fact]
    public Task What_has_bounds_and_what_is_guarded_may_be() => RuleTest<UnboundedBodyRule>.IsSilent("""
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Authorization;

        public sealed class ShortAttribute : ValidationAttribute;
        public sealed class NewPoll
        {
            [StringLength(200)] public string Question { get; init; } = "";
            [Length(2, 20)] public IReadOnlyList<Choice> Choices { get; init; } = [];
            [RegularExpression("^[a-z]{1,9}$")] public string Slug { get; init; } = "";
            [Short] public string Own { get; init; } = "";
            public int Number { get; init; }
            public DateTimeOffset At { get; init; }
        }
        public sealed record Choice([MaxLength(100)] string Text, [property: MaxLength(9)] byte[] Image);
        public sealed record Open(string Text);
        public sealed class Polls
        {
            [Function, Rest("POST /polls"), AllowAnonymous] public void Create(NewPoll body) { }
            [Function, Rest("POST /guarded"), Authorize] public void Guarded(Open body) { }
            [Function, Rest("GET /polls/{name}")] public void Show(string name, [Microsoft.AspNetCore.Mvc.FromQuery] string text) { }
        }
        [Authorize] public sealed class Behind { [Function, Rest("POST /behind")] public void Guarded(Open body) { } }
        """);

    [Fact]
    public Task Half_typed_bodies_are_borne() => RuleTest<UnboundedBodyRule>.BearsHalfTyped("""
        public sealed class Polls
        {
            [Function, Rest("POST /a")] public void A(Nowhere body) { }
            [Function, Rest("POST")] public void B(List<> body) { }
            [Function, Rest("POST /c")] public void C(
        }
        """);
}
