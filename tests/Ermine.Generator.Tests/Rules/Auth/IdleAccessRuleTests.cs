using Ermine.Generator.Rules.Auth;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Auth;

public sealed class IdleAccessRuleTests
{
    [Fact]
    public Task A_guard_in_a_class_that_lets_everyone_in_is_told_of() => RuleTest<IdleAccessRule>.Says("ERM516", DiagnosticSeverity.Warning,
        "[Authorize] on 'Polls.Close' has no effect, since [AllowAnonymous] on the class lets everyone in; take that off", """
        using Microsoft.AspNetCore.Authorization;

        [AllowAnonymous] public sealed class Polls { [Function, Rest("POST /close"), {|#0:Authorize("chief")|}] public void Close() { } }
        """);

    [Fact]
    public Task Both_on_one_method_are_told_of() => RuleTest<IdleAccessRule>.Says("ERM516", DiagnosticSeverity.Warning,
        "[Authorize] on 'Polls.Close' has no effect, since [AllowAnonymous] on the method lets everyone in; take that off", """
        using Microsoft.AspNetCore.Authorization;

        public sealed class Polls { [Function, Rest("POST /close"), {|#0:Authorize|}, AllowAnonymous] public void Close() { } }
        """);

    [Fact]
    public Task What_no_caller_reaches_needs_not_be_opened() => RuleTest<IdleAccessRule>.Says("ERM516", DiagnosticSeverity.Warning,
        "[AllowAnonymous] on 'Polls.Tally' has no effect, since no caller reaches it over HTTP and nothing guards it; take it off", """
        using Microsoft.AspNetCore.Authorization;

        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Polls { [Function, QueueTrigger, {|#0:AllowAnonymous|}] public void Tally(Vote vote) { } }
        """);

    [Fact]
    public Task What_is_no_function_is_told_of() => RuleTest<IdleAccessRule>.Says("ERM516", DiagnosticSeverity.Warning,
        "[Authorize] on 'Polls.Show' has no effect, since the method is no function and is called by code only; mark it [Function], or take the attribute off", """
        using Microsoft.AspNetCore.Authorization;

        public sealed class Polls
        {
            [Function, Rest("GET /polls")] public void List() { }
            [{|#0:Authorize|}] public void Show() { }
        }
        """);

    [Fact]
    public Task What_is_heard_may_be() => RuleTest<IdleAccessRule>.IsSilent("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;

        [Queue("votes")] public sealed record Vote(int Choice);
        [Authorize] public class Guarded
        {
            [Function, Rest("GET /polls"), AllowAnonymous] public void List() { }
            [Function, Rest("POST /polls"), Authorize("chief")] public void Open() { }
            [Function, QueueTrigger, AllowAnonymous] public void Tally(Vote vote) { }
            [Function, AllowAnonymous] public void Called() { }
        }
        public sealed class Below : Guarded { [Function, QueueTrigger, AllowAnonymous] public void Note(Vote vote) { } }
        [AllowAnonymous] public sealed class Mixed
        {
            [Function, Rest("POST /a")] public void A() { }
            [Function, QueueTrigger] public void Tally(Vote vote) { }
            public void Helper() { }
        }
        public sealed class NoFunctions { [Authorize] public void Show() { } }
        public class Both : ControllerBase
        {
            [Function, Rest("GET /b")] public void B() { }
            [HttpGet("/c"), Authorize] public void Action() { }
            [Authorize] public virtual void Overridden() { }
        }
        """);

    [Fact]
    public Task Half_typed_attributes_are_borne() => RuleTest<IdleAccessRule>.BearsHalfTyped("""
        using Microsoft.AspNetCore.Authorization;

        [AllowAnonymous( public sealed class Polls
        {
            [Function, Rest(, Authorize(] public void A() { }
            [Authorize, Nowhere] public void B() { }
            [Function, QueueTrigger(, AllowAnonymous] public void C( { }
        }
        """);
}
