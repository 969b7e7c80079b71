using Ermine.Generator.Rules.Auth;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Auth;

public sealed class OwnsRuleTests
{
    private const string Order = """
        using Ermine.Auth;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Http.HttpResults;

        public sealed record Order(string Customer) : IOwned { string? IOwned.Owner => Customer; }

        """;

    [Fact]
    public Task Something_has_an_owner() => RuleTest<OwnsRule>.Says("ERM502", DiagnosticSeverity.Warning,
        "'Ordering.Count' has [Owns], but neither what it returns is IOwned nor does it take IOwnership to ask about what it loads, so every run of it fails; return something that implements IOwned, or take IOwnership and call Require", $$"""
        {{Order}}
        public sealed class Ordering { [Function, Rest("GET /orders"), Authorize, Owns] public int {|#0:Count|}() => 1; }
        """);

    [Fact]
    public Task A_function_that_returns_nothing_asks() => RuleTest<OwnsRule>.Fires($$"""
        {{Order}}
        [Authorize, Owns] public sealed class Ordering { [Function, Rest("DELETE /orders/{id}")] public Task {|ERM502:Cancel|}(int id) => Task.CompletedTask; }
        """);

    [Fact]
    public Task Somebody_can_be_the_owner() => RuleTest<OwnsRule>.Says("ERM503", DiagnosticSeverity.Error,
        "'Ordering.Show' has [Owns], but strangers may call it, who own nothing, so the app does not start; add [Authorize] and take [AllowAnonymous] away", $$"""
        {{Order}}
        public sealed class Ordering { [Function, Rest("GET /orders/{id}"), Owns] public Order {|#0:Show|}(int id) => new("alice"); }
        """);

    [Fact]
    public Task An_exception_for_strangers_has_no_owner() => RuleTest<OwnsRule>.Fires($$"""
        {{Order}}
        [Authorize] public sealed class Ordering { [Function, AllowAnonymous, Owns] public Order {|ERM503:Show|}(int id) => new("alice"); }
        """);

    [Fact]
    public Task What_can_be_answered_is_right() => RuleTest<OwnsRule>.IsSilent($$"""
        {{Order}}
        [Authorize, Owns] public sealed class Ordering
        {
            [Function, Rest("GET /orders/{id}")] public Task<Order?> Show(int id) => Task.FromResult<Order?>(null);
            [Function, Rest("GET /orders")] public Order[] List() => [];
            [Function, Rest("GET /orders/all")] public System.Collections.Generic.IReadOnlyList<Order> All() => [];
            [Function, Rest("PUT /orders/{id}")] public Results<Ok<Order>, NotFound> Change(int id) => TypedResults.NotFound();
            [Function, Rest("DELETE /orders/{id}")] public void Cancel(int id, IOwnership ownership) { }
            [Function] public Order Find(int id) => new("alice");
        }

        [Authorize, Owns] public sealed class Asking(IOwnership ownership) { [Function, Rest("POST /asks")] public void Ask() => _ = ownership; }
        [Authorize] public sealed class Others { [Function, Rest("GET /count")] public int Count() => 1; }
        """.Replace("TypedResults", "Microsoft.AspNetCore.Http.TypedResults"));

    [Fact]
    public Task Half_typed_code_is_borne() => RuleTest<OwnsRule>.BearsHalfTyped("""
        [Authorize, Owns] public sealed class Ordering
        {
            [Function, Rest(] public Missing Show(int id) => null;
            [Function, Rest("GET /a"), Owns(] public Task<> List( ) => ;
        }
        """);
}
