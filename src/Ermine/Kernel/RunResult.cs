using System.Buffers;

namespace Ermine.Kernel;

/// <summary>Writes what an asynchronous run answered, to be kept with it.</summary>
internal static class RunResult
{
    /// <summary>The result as JSON; null where the function returns nothing.</summary>
    /// <exception cref="PayloadException">It cannot be serialised, or is larger than <see cref="PayloadSerializer.MaxBytes"/>.</exception>
    public static ReadOnlyMemory<byte>? Of(Batch input)
    {
        var output = new ArrayBufferWriter<byte>();
        try
        {
            if (!input.Arguments.TryWriteResult(output)) return null;
        }
        catch (Exception e) // whatever the user's own types throw while they are read
        {
            throw new PayloadException($"The result cannot be serialised: {e.Message}", e);
        }

        return output.WrittenCount <= PayloadSerializer.MaxBytes ? output.WrittenMemory : throw new PayloadException(
            $"The result has {output.WrittenCount:N0} bytes and at most {PayloadSerializer.MaxBytes:N0} are kept; store the large part elsewhere and return its key.");
    }
}
