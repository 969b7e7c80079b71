using Ermine.Generator.Rules.Identity;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Identity;

public sealed class SenderRuleTests
{
    [Fact]
    public Task Who_fires_a_schedule_cannot_be_authorized() => RuleTest<SenderRule>.Says("ERM510", DiagnosticSeverity.Error,
        "'Voting.Close' has [Authorize], and nobody sends what [Schedule] hands over: the app makes it itself, so no caller could satisfy it, and the app would not start; take it off, or put [AllowAnonymous] on the method where the class has it", """
        using Microsoft.AspNetCore.Authorization;

        public sealed class Voting
        {
            [Function, Schedule("0 3 * * *"), Authorize("voter")] public void {|#0:Close|}() { }
        }
        """);

    [Fact]
    public Task What_the_class_asks_for_counts_and_so_does_what_an_attribute_of_one_s_own_does() => RuleTest<SenderRule>.Fires("""
        using Microsoft.AspNetCore.Authorization;

        public sealed class StaffAttribute : AuthorizeAttribute;
        [Authorize] public sealed class Voting { [Function, DeadLetterTrigger("votes")] public void {|ERM510:Mourn|}(Ermine.Queues.DeadLetter letter) { } }
        [Staff] public sealed class Offices { [Function, Schedule("0 3 * * *"), QueueTrigger("votes")] public void {|ERM510:Close|}(Vote? vote) { } }
        public sealed record Vote(int Choice);
        """);

    [Fact]
    public Task A_scheme_cannot_be_asked_of_a_message() => RuleTest<SenderRule>.Fires("""
        using Microsoft.AspNetCore.Authorization;

        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger, Authorize(AuthenticationSchemes = "Bearer")] public void {|ERM511:Tally|}(Vote vote) { }
        }
        """);

    [Fact]
    public Task A_sender_where_nobody_sends_is_always_nobody() => RuleTest<SenderRule>.Fires("""
        using System.Security.Claims;

        public sealed class Voting
        {
            [Function, Schedule("0 3 * * *")] public void Close(ClaimsPrincipal {|ERM512:user|}) { }
        }
        """);

    [Fact]
    public Task What_somebody_sends_or_calls_may_ask_who() => RuleTest<SenderRule>.IsSilent("""
        using System.Collections.Generic;
        using System.Security.Claims;
        using Microsoft.AspNetCore.Authorization;

        [Queue("votes")] public sealed record Vote(int Choice);

        [Authorize("voter")]
        public sealed class Voting
        {
            [Function, QueueTrigger] public void Tally(Vote vote, ClaimsPrincipal user) { }
            [Function, QueueTrigger, Authorize(Roles = "clerk")] public void Many(IReadOnlyList<Vote> votes, IReadOnlyList<ClaimsPrincipal> users) { }
            [Function, Rest("GET /votes"), Authorize(AuthenticationSchemes = "Bearer")] public void List(ClaimsPrincipal user) { }
            [Function, Authorize(AuthenticationSchemes = "Bearer")] public void Report(ClaimsPrincipal user) { }
            [Function, Schedule("0 3 * * *"), AllowAnonymous] public void Close() { }
        }
        """);

    [Fact]
    public Task Half_typed_functions_are_borne() => RuleTest<SenderRule>.BearsHalfTyped("""
        using Microsoft.AspNetCore.Authorization;

        public sealed class Voting
        {
            [Function, Schedule(, Authorize] public void One() { }
            [Function, QueueTrigger, Authorize(AuthenticationSchemes = ] public void Two(int vote) { }
            [Function, Missing, Authorize(AuthenticationSchemes = null)] public void Three() { }
        }
        """);
}
