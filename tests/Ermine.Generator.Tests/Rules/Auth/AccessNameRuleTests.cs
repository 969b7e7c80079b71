using Ermine.Generator.Rules.Auth;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Auth;

public sealed class AccessNameRuleTests
{
    [Fact]
    public Task A_policy_that_is_almost_one_is_told_of() => RuleTest<AccessNameRule>.Says("ERM515", DiagnosticSeverity.Warning,
        "No policy 'vter' is made by AddPolicy, so every call of what it guards would fail with 500; did you mean 'voter'?", """
        using Microsoft.AspNetCore.Authorization;

        public static class Startup { public static void Configure(AuthorizationOptions options) => options.AddPolicy("voter", p => p.RequireClaim("x")); }
        public sealed class Polls { [Function, Rest("POST /polls"), Authorize({|#0:"vter"|})] public void Open() { } }
        """);

    [Fact]
    public Task A_role_that_is_almost_one_is_told_of() => RuleTest<AccessNameRule>.Says("ERM515", DiagnosticSeverity.Warning,
        "The role 'Clrk' is asked for nowhere else, so nobody may have it, and what it guards would be refused to everyone; did you mean 'Clerk'?", """
        using Microsoft.AspNetCore.Authorization;

        public sealed class Polls
        {
            [Function, Rest("POST /polls"), Authorize({|#0:Roles = "Chief, Clrk"|})] public void Open() { }
            public static bool IsClerk(System.Security.Claims.ClaimsPrincipal user) => user.IsInRole("Clerk") || user.IsInRole("Chief");
        }
        """);

    [Fact]
    public Task Named_policies_and_those_of_the_class_count() => RuleTest<AccessNameRule>.Fires("""
        using Microsoft.AspNetCore.Authorization;

        public static class Startup { public static void Configure(AuthorizationOptions options) => options.AddPolicy("voter", p => p.RequireClaim("x")); }
        [Authorize({|ERM515:Policy = "votr"|})] public sealed class Polls { [Function, Rest("POST /polls"), Authorize(Policy = "voter")] public void Open() { } }
        """);

    [Theory]
    [InlineData("options.AddPolicy(\"voter\", p => p.RequireClaim(\"x\"));", "voter")]
    [InlineData("options.AddPolicy(\"voter\", p => p.RequireClaim(\"x\"));", "accountant")]
    [InlineData("options.AddPolicy(nameof(Voter), p => p.RequireClaim(\"x\"));", "Voter")]
    [InlineData("", "vter")]
    [InlineData("options.AddPolicy(\"voter\", p => p.RequireClaim(\"x\")); options.AddPolicy(Voter, p => p.RequireClaim(\"x\"));", "vter")]
    [InlineData("options.AddPolicy(\"voter\", p => p.RequireClaim(\"x\")); _ = typeof(IAuthorizationPolicyProvider);", "vter")]
    public Task What_is_known_unlike_any_or_perhaps_made_elsewhere_may_be(string made, string asked) => RuleTest<AccessNameRule>.IsSilent($$"""
        using Microsoft.AspNetCore.Authorization;

        public static class Startup
        {
            public const string Voter = "vter";
            public static void Configure(AuthorizationOptions options) { {{made}} }
        }
        public sealed class Polls { [Function, Rest("POST /polls"), Authorize("{{asked}}")] public void Open() { } }
        public sealed class Other { [Authorize("votr")] public void NoFunction() { } }
        """);

    [Fact]
    public Task Half_typed_names_are_borne() => RuleTest<AccessNameRule>.BearsHalfTyped("""
        using Microsoft.AspNetCore.Authorization;

        public static class Startup { public static void Configure(AuthorizationOptions options) { options.AddPolicy("voter", ); options.AddPolicy("voter", p => ; } }
        public sealed class Polls
        {
            [Function, Rest("POST /a"), Authorize(] public void A() { }
            [Function, Rest("POST /b"), Authorize(Policy = )] public void B() { }
            [Function, Rest("POST /c"), Authorize(Roles = null!)] public void C() { }
        }
        """);
}
