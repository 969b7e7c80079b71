using System.Collections.Concurrent;
using Ermine.Kernel;

namespace Ermine.Architecture.Toy;

/// <summary>Looks into one folder. A file is on loan from when it is seen until it is settled.</summary>
internal sealed class FileDropSource(FunctionDescriptor function, DirectoryInfo folder, PeriodicTimer timer, IServiceProvider services) : ITriggerSource
{
    private readonly ConcurrentDictionary<string, int> _attempts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _onLoan = new(StringComparer.Ordinal);

    public async ValueTask<IReadOnlyList<Delivery>> ReceiveAsync(int limit, CancellationToken stopping)
    {
        while (true)
        {
            var files = folder.EnumerateFiles("*.json").Where(f => _onLoan.TryAdd(f.FullName, 0)).Take(limit).ToArray();
            if (files.Length > 0) return [.. files.Select(Lend)];
            await timer.WaitForNextTickAsync(stopping);
        }
    }

    public ValueTask DisposeAsync()
    {
        timer.Dispose();
        return default;
    }

    internal void GiveBack(FileInfo file) => _onLoan.TryRemove(file.FullName, out _);

    private FileDropDelivery Lend(FileInfo file)
    {
        var attempt = _attempts.AddOrUpdate(file.FullName, 1, static (_, before) => before + 1);
        return new FileDropDelivery(this, file, new FileDropInvocation(function, file, attempt, services));
    }
}
