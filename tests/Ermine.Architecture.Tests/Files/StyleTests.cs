using Ermine.Architecture.Tests.Tree;

namespace Ermine.Architecture.Tests.Files;

public sealed class StyleTests
{
    [Fact]
    public void Nothing_is_left_over_in_the_code() => Violations.None(SourceTree.Code.Concat(SourceTree.Files.Where(f => f.Is(".sql") || f.Is(".cake"))).SelectMany(StyleChecks.Leftovers));

    [Theory]
    [InlineData("// TO" + "DO: finish", true)]
    [InlineData("    #region Fields", true)]
    [InlineData("    // var x = 1;", true)]
    [InlineData("    // if (x) {", true)]
    [InlineData("    // }", true)]
    [InlineData("    // x += 1;", true)]
    [InlineData("    // Run(x);", true)]
    [InlineData("    // return x;", true)]
    [InlineData("    // so that a poison message takes no others along;", false)]
    [InlineData("    // a synchronous function must not hold up the next delivery", false)]
    [InlineData("    /// <c>var x = 1;</c>", false)]
    [InlineData("    var x = 1; // one;", false)]
    public void A_leftover_is_found(string line, bool broken) => Assert.Equal(broken, StyleChecks.Leftovers(new SourceFile("src/X/A.cs", line)).Any());
}
