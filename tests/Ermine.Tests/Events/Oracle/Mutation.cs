namespace Ermine.Tests.Events.Oracle;

/// <summary>Damages bytes a little.</summary>
internal static class Mutation
{
    private static readonly byte[] Telling = "{}[]\":,\\u0e-.tfn \n*"u8.ToArray();

    public static byte[] Of(byte[] bytes, Random random)
    {
        var mutated = bytes.ToList();
        for (var i = random.Next(3); i > 0; i--)
        {
            var at = random.Next(mutated.Count + 1);
            var some = random.Next(4) == 0 ? (byte)random.Next(256) : Telling[random.Next(Telling.Length)];
            switch (random.Next(4))
            {
                case 0:
                    mutated.Insert(at, some);
                    break;
                case 1 when at < mutated.Count:
                    mutated[at] = some;
                    break;
                case 2 when at < mutated.Count:
                    mutated.RemoveAt(at);
                    break;
                default:
                    var from = random.Next(mutated.Count);
                    mutated.InsertRange(at, mutated.GetRange(from, Math.Min(random.Next(6), mutated.Count - from)));
                    break;
            }
        }

        return [.. mutated];
    }
}
