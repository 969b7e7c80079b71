using System.Text;
using Ermine.Events.Matching;

namespace Ermine.Tests.Events;

/// <summary>Lets the calling thread keep the shapes of events apart from those of other tests.</summary>
internal sealed class KnownShapes : IDisposable
{
    private readonly EventShapes _before = ValidationScratch.OfThread.Shapes;

    public KnownShapes() => Use(new EventShapes());

    /// <summary>An event whose shape is known, which it is from the second on.</summary>
    public static ValidatedEvent Parse(string json)
    {
        for (var i = 0; i < 2; i++) Any(json);
        var known = Any(json);
        Assert.True(known.Index.Shape is not null, json);
        return known;
    }

    /// <summary>An event of no known shape, and the same of a known one, unless its names have dots or escapes.</summary>
    public static IReadOnlyList<ValidatedEvent> Each(string json)
    {
        using var shapes = new KnownShapes();
        return [Any(json), Any(json), Any(json)];
    }

    /// <summary>An event whatever its shape.</summary>
    public static ValidatedEvent Any(string json) => ValidatedEvent.Parse(Encoding.UTF8.GetBytes(json));

    public void Dispose() => Use(_before);

    private static void Use(EventShapes shapes)
    {
        var scratch = ValidationScratch.OfThread;
        (scratch.Shapes, scratch.Shape) = (shapes, null);
        Array.Clear(scratch.Lately);
    }
}
