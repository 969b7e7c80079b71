using Ermine.CodeFixes.Auth;
using Ermine.Generator.Rules.Auth;

namespace Ermine.Generator.Tests.CodeFixes.Auth;

public sealed class RemoveAccessFixTests
{
    [Fact]
    public Task What_keeps_a_guard_from_its_effect_is_taken_off() => FixTest<IdleAccessRule, RemoveAccessFix>.Turns("""
        using Microsoft.AspNetCore.Authorization;

        public sealed class Polls { [Function, Rest("POST /close"), {|ERM516:Authorize|}, AllowAnonymous] public void Close() { } }
        """, "Take off [AllowAnonymous]", """
        using Microsoft.AspNetCore.Authorization;

        public sealed class Polls { [Function, Rest("POST /close"), Authorize] public void Close() { } }
        """);

    [Fact]
    public Task A_list_of_its_own_goes_with_it() => FixTest<IdleAccessRule, RemoveAccessFix>.Turns("""
        using Microsoft.AspNetCore.Authorization;

        public sealed class Polls
        {
            [Function, Rest("GET /polls")] public void List() { }

            // Shows one.
            [{|ERM516:Authorize|}]
            public void Show() { }
        }
        """, "Take off [Authorize]", """
        using Microsoft.AspNetCore.Authorization;

        public sealed class Polls
        {
            [Function, Rest("GET /polls")] public void List() { }

            // Shows one.
            public void Show() { }
        }
        """);

    [Fact]
    public Task A_guard_that_a_class_overrules_is_left_to_its_author() => FixTest<IdleAccessRule, RemoveAccessFix>.OffersNothing("""
        using Microsoft.AspNetCore.Authorization;

        [AllowAnonymous] public sealed class Polls { [Function, Rest("POST /close"), {|ERM516:Authorize|}] public void Close() { } }
        """);
}
