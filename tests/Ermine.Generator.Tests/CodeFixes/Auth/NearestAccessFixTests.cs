using Ermine.CodeFixes.Auth;
using Ermine.Generator.Rules.Auth;

namespace Ermine.Generator.Tests.CodeFixes.Auth;

public sealed class NearestAccessFixTests
{
    [Fact]
    public Task A_mistyped_policy_becomes_the_nearest() => FixTest<AccessNameRule, NearestAccessFix>.Turns("""
        using Microsoft.AspNetCore.Authorization;

        public static class Startup { public static void Configure(AuthorizationOptions options) => options.AddPolicy("voter", p => p.RequireClaim("x")); }
        public sealed class Polls { [Function, Rest("POST /polls"), Authorize({|ERM515:"vter"|})] public void Open() { } }
        """, "Ask for 'voter'", """
        using Microsoft.AspNetCore.Authorization;

        public static class Startup { public static void Configure(AuthorizationOptions options) => options.AddPolicy("voter", p => p.RequireClaim("x")); }
        public sealed class Polls { [Function, Rest("POST /polls"), Authorize("voter")] public void Open() { } }
        """);

    [Fact]
    public Task A_mistyped_role_becomes_the_nearest_among_the_others() => FixTest<AccessNameRule, NearestAccessFix>.Turns("""
        using Microsoft.AspNetCore.Authorization;

        public sealed class Polls
        {
            [Function, Rest("POST /polls"), Authorize({|ERM515:Roles = "Chief,Clrk"|})] public void Open() { }
            public static bool Is(System.Security.Claims.ClaimsPrincipal user) => user.IsInRole("Clerk") && user.IsInRole("Chief");
        }
        """, "Ask for 'Chief,Clerk'", """
        using Microsoft.AspNetCore.Authorization;

        public sealed class Polls
        {
            [Function, Rest("POST /polls"), Authorize(Roles = "Chief,Clerk")] public void Open() { }
            public static bool Is(System.Security.Claims.ClaimsPrincipal user) => user.IsInRole("Clerk") && user.IsInRole("Chief");
        }
        """);
}
