using Ermine.CodeFixes.Auth;
using Ermine.Generator.Rules.Auth;

namespace Ermine.Generator.Tests.CodeFixes.Auth;

public sealed class DecideAccessFixTests
{
    [Theory]
    [InlineData("Authorize")]
    [InlineData("AllowAnonymous")]
    public Task The_decision_is_added_with_the_using_that_it_needs(string decision) => FixTest<OpenEndpointRule, DecideAccessFix>.Turns("""
        // The polls.
        using System.Text;
        using Zeta;

        namespace Zeta { public sealed class Nothing; }

        public sealed class Voting
        {
            [Function, Rest("POST /polls")]
            public void {|ERM501:Open|}(StringBuilder? text = null, Nothing? nothing = null) { }
        }
        """, $"Add [{decision}]", $$"""
        // The polls.
        using System.Text;
        using Microsoft.AspNetCore.Authorization;
        using Zeta;

        namespace Zeta { public sealed class Nothing; }

        public sealed class Voting
        {
            [Function, Rest("POST /polls"), {{decision}}]
            public void Open(StringBuilder? text = null, Nothing? nothing = null) { }
        }
        """);

    [Fact]
    public Task A_file_without_usings_gets_its_first_below_its_header() => FixTest<OpenEndpointRule, DecideAccessFix>.Turns("""
        // The polls.
        namespace Polls;

        public sealed class Voting
        {
            [Function, Rest("POST /polls")] public void {|ERM501:Open|}() { }
        }
        """, "Add [Authorize]", """
        // The polls.
        using Microsoft.AspNetCore.Authorization;

        namespace Polls;

        public sealed class Voting
        {
            [Function, Rest("POST /polls"), Authorize] public void Open() { }
        }
        """);

    [Fact]
    public Task A_using_that_is_there_is_not_repeated() => FixTest<OpenEndpointRule, DecideAccessFix>.Turns("""
        using Microsoft.AspNetCore.Authorization;

        public sealed class Voting
        {
            [Function, Rest("POST /polls")] public void {|ERM501:Open|}() { }
            [Function, Rest("PUT /polls")] public void {|ERM501:Change|}() { }
        }
        """, "Add [AllowAnonymous]", """
        using Microsoft.AspNetCore.Authorization;

        public sealed class Voting
        {
            [Function, Rest("POST /polls"), AllowAnonymous] public void Open() { }
            [Function, Rest("PUT /polls"), AllowAnonymous] public void Change() { }
        }
        """);
}
