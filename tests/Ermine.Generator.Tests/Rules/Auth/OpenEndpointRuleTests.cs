using Ermine.Generator.Rules.Auth;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Auth;

public sealed class OpenEndpointRuleTests
{
    [Fact]
    public Task An_endpoint_that_changes_something_says_who_may_call_it() => RuleTest<OpenEndpointRule>.Says("ERM501", DiagnosticSeverity.Error,
        "'Voting.Open' answers POST /polls, and neither [Authorize] nor [AllowAnonymous] says to whom, so it would be open to everyone by omission; add one of them to the method or to 'Voting'", """
        public sealed class Voting
        {
            [Function, Rest("POST /polls")] public void {|#0:Open|}() { }
        }
        """);

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("delete")]
    public Task Every_method_that_changes_something_is_asked(string verb) => RuleTest<OpenEndpointRule>.Fires($$"""
        public static class Voting
        {
            [Function, Rest("GET /polls"), Rest("{{verb}} /polls")] public static void {|ERM501:Change|}() { }
        }
        """);

    [Fact]
    public Task A_decision_on_the_method_the_class_or_its_base_is_one() => RuleTest<OpenEndpointRule>.IsSilent("""
        using Microsoft.AspNetCore.Authorization;

        public sealed class Voting
        {
            [Function, Rest("POST /polls"), Authorize("voter")] public void Open() { }
            [Function, Rest("DELETE /polls"), AllowAnonymous] public void Close() { }
        }

        [Authorize] public abstract class Guarded;
        public sealed class Counting : Guarded { [Function, Rest("PUT /counts")] public void Count() { } }
        public sealed class StaffAttribute : AuthorizeAttribute;
        [Staff] public sealed class Offices { [Function, Rest("PATCH /offices")] public void Move() { } }
        """);

    [Fact]
    public Task Reading_and_queues_need_no_decision() => RuleTest<OpenEndpointRule>.IsSilent("""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function, Rest("GET /polls")] public void List() { }
            [Function, QueueTrigger] public void Tally(Vote vote) { }
            [Rest("POST /plain")] public void NoFunction() { }
        }
        """);

    [Fact]
    public Task Half_typed_routes_are_borne() => RuleTest<OpenEndpointRule>.BearsHalfTyped("""
        public sealed class Voting
        {
            [Function, Rest()] public void One() { }
            [Function, Rest(nameof(]) public void Two() { }
            [Function, Rest(null!)] public void Three() { }
            [Function, Rest("")] public void Four() { }
        }
        """);
}
