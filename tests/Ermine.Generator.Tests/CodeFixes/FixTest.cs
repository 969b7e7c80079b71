using Ermine.Generator.Tests.Rules;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Ermine.Generator.Tests.CodeFixes;

/// <summary>Runs one fix over a source that says, in <c>{|ERM001:…|}</c>, where its rule fires.</summary>
internal static class FixTest<TRule, TFix>
    where TRule : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>Expects the fix of this title, applied once and to all places at a time, to leave this source.</summary>
    public static Task Turns(string before, string title, string after) => New(before, title, after).RunAsync();

    /// <summary>Expects the fix to offer nothing.</summary>
    public static Task OffersNothing(string source) => New(source, null, source).RunAsync();

    private static CSharpCodeFixTest<TRule, TFix, DefaultVerifier> New(string before, string? title, string after)
    {
        var test = new CSharpCodeFixTest<TRule, TFix, DefaultVerifier> { TestCode = before, FixedCode = after, CodeActionEquivalenceKey = title }.AsApp();
        test.FixedState.Sources.Add(test.TestState.Sources[^1]);
        return test;
    }
}
