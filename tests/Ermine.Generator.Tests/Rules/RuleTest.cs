using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Ermine.Generator.Tests.Rules;

/// <summary>Runs one rule over a source that says, in <c>{|ERM001:…|}</c>, where the rule fires.</summary>
internal static class RuleTest<TRule> where TRule : DiagnosticAnalyzer, new()
{
    /// <summary>Expects the rule to fire exactly where the source says.</summary>
    public static Task Fires(string source) => New(source).RunAsync();

    /// <summary>Expects the rule to fire at <c>{|#0:…|}</c> only, with this message.</summary>
    public static Task Says(string id, DiagnosticSeverity severity, string message, string source) => Says(New(source), id, severity, message);

    /// <summary>Expects the same of an executable.</summary>
    public static Task SaysOfApp(string id, DiagnosticSeverity severity, string message, string source) => Says(NewApp(source), id, severity, message);

    /// <summary>Expects nothing.</summary>
    public static Task IsSilent(string source) => New(source).RunAsync();

    /// <summary>Expects nothing of an executable.</summary>
    public static Task IsSilentOfApp(string source) => NewApp(source).RunAsync();

    /// <summary>Expects nothing of an executable that references a project.</summary>
    public static Task IsSilentOfAppWith(string referenced, string source) => WithProject(NewApp(source), referenced).RunAsync();

    /// <summary>Expects nothing of an app that references a project.</summary>
    public static Task IsSilentWith(string referenced, string source) => FiresWith(referenced, source);

    /// <summary>Expects the rule to fire exactly where the source says, in an app that references a project.</summary>
    public static Task FiresWith(string referenced, string source) => WithProject(New(source), referenced).RunAsync();

    /// <summary>Expects nothing, and no exception either, of code that does not compile.</summary>
    public static Task BearsHalfTyped(string source)
    {
        var test = New(source);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync();
    }

    private static Task Says(CSharpAnalyzerTest<TRule, DefaultVerifier> test, string id, DiagnosticSeverity severity, string message)
    {
        test.ExpectedDiagnostics.Add(new DiagnosticResult(id, severity).WithLocation(0).WithMessage(message).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }

    private static CSharpAnalyzerTest<TRule, DefaultVerifier> WithProject(CSharpAnalyzerTest<TRule, DefaultVerifier> test, string referenced)
    {
        var project = test.TestState.AdditionalProjects["Referenced"];
        project.Sources.Add(("/1/Referenced.cs", referenced));
        project.Sources.Add(("/1/Usings.cs", Compiled.Usings));
        project.AdditionalReferences.AddRange(Compiled.References);
        test.TestState.AdditionalProjectReferences.Add("Referenced");
        return test;
    }

    private static CSharpAnalyzerTest<TRule, DefaultVerifier> NewApp(string source)
    {
        var test = New(source);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("/0/Program.cs", "return;"));
        return test;
    }

    private static CSharpAnalyzerTest<TRule, DefaultVerifier> New(string source) =>
        new CSharpAnalyzerTest<TRule, DefaultVerifier> { TestCode = source }.AsApp();
}
