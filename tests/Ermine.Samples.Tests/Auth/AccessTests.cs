using Ermine.Functions;
using Ermine.Kernel;
using Ermine.Samples.Tests.Processes;

namespace Ermine.Samples.Tests.Auth;

/// <summary>Who may call what in each sample, as it was last agreed upon: a file for each beside this one. After a change that is meant, run this with
/// <c>ERMINE_ACCEPT=1</c> and read the difference.</summary>
public sealed class AccessTests
{
    private static readonly Dictionary<string, Action<FunctionCatalog>> Samples = new()
    {
        ["polls"] = ErmineCatalogs.Polls.AddTo,
        ["shop"] = ErmineCatalogs.Shop.AddTo,
    };

    [Theory]
    [InlineData("polls")]
    [InlineData("shop")]
    public async Task Who_may_call_what_is_what_was_agreed_upon(string sample)
    {
        var agreed = Path.Combine(Checkout.Root, "tests", "Ermine.Samples.Tests", "Auth", $"{sample}.txt");
        var catalog = new FunctionCatalog();
        Samples[sample](catalog);

        var matrix = AuthorizationMatrix.Of(catalog);

        if (Environment.GetEnvironmentVariable("ERMINE_ACCEPT") == "1") await File.WriteAllTextAsync(agreed, matrix);
        Assert.Equal(await File.ReadAllTextAsync(agreed), matrix);
    }
}
