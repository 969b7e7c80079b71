// Run by `dotnet tool restore && dotnet cake --target=<Target>`; docs/tasks.md says what each target is for.

var target = Argument("target", "Default");
var configuration = Argument("configuration", "Debug");
var suffix = Argument("suffix", "preview"); // packing a version twice leaves the first in the package cache: give --suffix=preview.2
var filter = Argument("filter", "");

const string Solution = "Framework.sln";
const string Packages = "artifacts/packages";

void Test(string project, string only, bool isBuilt = true) => DotNetTest(project, new DotNetTestSettings
{
    Configuration = configuration,
    NoBuild = isBuilt,
    Filter = string.Join("&", new[] { only, filter }.Where(f => f.Length > 0)) is { Length: > 0 } both ? both : null,
});

Task("Restore")
    .Description("Restores packages; with CI=true exactly those of the lock files.")
    .Does(() => DotNetRestore(Solution));

Task("Format")
    .Description("Fails where dotnet format would change white space. Code style beyond it is checked by every build.")
    .Does(() =>
    {
        if (StartProcess("dotnet", "format whitespace . --folder --verify-no-changes --exclude **/bin/** **/obj/** artifacts/** .ermine/**") != 0)
            throw new CakeException("Run `dotnet format whitespace . --folder` and commit what it changes.");
    });

Task("Build")
    .Description("Builds everything; a warning is an error.")
    .IsDependentOn("Restore")
    .Does(() => DotNetBuild(Solution, new DotNetBuildSettings { Configuration = configuration, NoRestore = true }));

Task("Test")
    .Description("Runs every test. --filter=... runs some.")
    .IsDependentOn("Build")
    .Does(() => Test(Solution, ""));

Task("Template")
    .Description("Packs to a folder, makes an app of the template outside this tree, builds, tests and runs it.")
    .IsDependentOn("Build")
    .Does(() => Test("tests/Ermine.Samples.Tests", "FullyQualifiedName~TemplateTests"));

Task("Faults")
    .Description("Runs the tests of faults at length: more rounds, every seed printed. --seed=... repeats one.")
    .IsDependentOn("Build")
    .Does(() =>
    {
        Environment.SetEnvironmentVariable("ERMINE_FAULTS", "long");
        if (HasArgument("seed")) Environment.SetEnvironmentVariable("ERMINE_SEED", Argument<string>("seed"));
        Test(Solution, "Category=Faults");
    });

Task("Bench")
    .Description("Runs the benchmarks in Release, prints a table, and writes JSON under artifacts/bench. --only=generator runs some; --rows, --rounds, --peers and --hold go to that of queues.")
    .Does(() =>
    {
        var words = new ProcessArgumentBuilder().Append(Argument("only", "all"));
        foreach (var option in new[] { "rows", "rounds", "peers", "hold" }.Where(o => HasArgument(o))) words.Append($"--{option}={Argument<string>(option)}");
        DotNetRun("tests/Ermine.Benchmarks", words, new DotNetRunSettings { Configuration = "Release" });
    });

Task("Pack")
    .Description("Packs the packages into artifacts/packages. --suffix=preview.2 names another version.")
    .Does(() =>
    {
        CleanDirectory(Packages);
        DotNetPack(Solution, new DotNetPackSettings { Configuration = "Release", OutputDirectory = Packages, VersionSuffix = suffix });
    });

Task("Default")
    .IsDependentOn("Build")
    .IsDependentOn("Test");

RunTarget(target);
