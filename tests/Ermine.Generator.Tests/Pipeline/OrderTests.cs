using System.Globalization;
using Ermine.Generator.Tests.Runs;
using Ermine.Generator.Tests.Snapshots;

namespace Ermine.Generator.Tests.Pipeline;

/// <summary>The same code gives the same text, whatever the order of the files and the culture of the machine.</summary>
public sealed class OrderTests
{
    private const string Part = """
        namespace Shop;
        public sealed partial class Working
        {
            [Function, QueueTrigger("Iı", BatchSize = 1)] public void Initial(Job job) => _ = job;
            [Function(Id = "same"), Weight(1.5, Float = 0.25f)] [QueueTrigger("a")] public void Same(Job job, CancellationToken ct) => _ = (job, ct);
        }
        """;

    private static readonly UserProject Project = UserProject.Library(
        "namespace Shop;\n[Queue(\"jobs\")] public sealed record Job(int Id);\npublic sealed class WeightAttribute(double weight) : Attribute { public double Weight => weight; public float Float { get; set; } }",
        Part,
        Part.Replace("Initial", "Interim", StringComparison.Ordinal).Replace("Job job, CancellationToken ct) => _ = (job, ct)", "Job job) => _ = job", StringComparison.Ordinal),
        "namespace Shop.A;\npublic static class I { [Function, Rest(\"GET /i\")] public static double Get(double factor = 0.5, decimal price = -1.25m) => factor + (double)price; }",
        "namespace Shop.B;\npublic static class i { [Function, Rest(\"GET /small-i\")] public static int Get() => 1; }",
        "namespace Shop.B;\npublic static class I { [Function, Rest(\"GET /large-i\")] public static int Get() => 1; }");

    [Fact]
    public void Files_in_another_order_give_the_same_text()
    {
        var expected = Project.Compile().Text;
        var random = new Random(2);

        for (var i = 0; i < 10; i++)
        {
            var shuffled = Project with { Files = [.. Project.Files.OrderBy(_ => random.Next())] };

            Assert.Null(Difference.Between(expected, shuffled.Compile().Text));
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("sv-SE")]
    [InlineData("th-TH")]
    public void Another_culture_gives_the_same_text(string culture)
    {
        var expected = Project.Compile().Text;

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);

        Assert.Null(Difference.Between(expected, Project.Compile().Text));
        Assert.Contains("\"working.initial\"", expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_end_by_a_line_feed_alone() => Assert.DoesNotContain('\r', (Project with { Files = [.. Project.Files.Select(f => f with { Text = f.Text.ReplaceLineEndings("\r\n") })] }).Compile().Text);
}
