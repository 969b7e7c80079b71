using Ermine.Functions;
using Ermine.Kernel;
using Ermine.Samples.Tests.Processes;

namespace Ermine.Samples.Tests.Polls;

/// <summary>What the sample declares, as it was last agreed upon: <c>manifest.json</c> beside this file. After a change that is meant, run this with
/// <c>ERMINE_ACCEPT=1</c> and read the difference.</summary>
public sealed class ManifestTests
{
    private static readonly string Agreed = Path.Combine(Checkout.Root, "tests", "Ermine.Samples.Tests", "Polls", "manifest.json");

    [Fact]
    public async Task The_sample_declares_what_was_agreed_upon()
    {
        var manifest = Manifest.Of(Declared());

        if (Environment.GetEnvironmentVariable("ERMINE_ACCEPT") == "1") await File.WriteAllTextAsync(Agreed, manifest);
        Assert.Equal(await File.ReadAllTextAsync(Agreed), manifest);
    }

    [Fact]
    public void The_order_in_which_classes_are_added_changes_nothing()
    {
        var (forwards, backwards) = (new FunctionCatalog(), new FunctionCatalog());
        foreach (var description in Declared().Descriptions) forwards.Describe(description);
        foreach (var description in Declared().Descriptions.Reverse()) backwards.Describe(description);

        Assert.Equal(Manifest.Of(forwards), Manifest.Of(backwards));
    }

    private static FunctionCatalog Declared()
    {
        var catalog = new FunctionCatalog();
        ErmineCatalogs.Polls.AddTo(catalog);
        return catalog;
    }
}
