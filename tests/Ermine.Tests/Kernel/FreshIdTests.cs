using Ermine.Kernel;

namespace Ermine.Tests.Kernel;

public sealed class FreshIdTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(0x0123456789AB);

    [Fact]
    public void An_id_begins_with_its_time_and_has_version_7_and_the_variant_of_the_standard()
    {
        var id = FreshId.New(Now).ToString();

        Assert.StartsWith("01234567-89ab-7", id, StringComparison.Ordinal);
        Assert.Contains(id[19], "89ab");
    }

    [Fact]
    public void Ids_of_a_moment_differ_on_every_thread()
    {
        var ids = ParallelEnumerable.Range(0, 20_000).Select(_ => FreshId.New(Now)).ToHashSet();

        Assert.Equal(20_000, ids.Count);
    }

    [Fact]
    public void All_bits_but_those_of_time_version_and_variant_are_random()
    {
        var ones = new int[128];
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = FreshId.New(Now).ToByteArray(bigEndian: true);
            for (var bit = 0; bit < ones.Length; bit++) ones[bit] += (bytes[bit / 8] >> (7 - (bit % 8))) & 1;
        }

        Assert.All(ones[52..64].Concat(ones[66..]), count => Assert.InRange(count, 700, 1_300)); // thirteen standard deviations
    }
}
