using Ermine.Kernel;

namespace Ermine.Architecture.Toy;

/// <summary>A file on loan: deleted when the run completed, kept for another look when it did not, set aside when it failed for good.</summary>
internal sealed class FileDropDelivery(FileDropSource source, FileInfo file, FileDropInvocation invocation) : Delivery
{
    public override FileDropInvocation Invocation { get; } = invocation;

    public override async ValueTask SettleAsync(Outcome outcome, CancellationToken ct)
    {
        switch (outcome.Kind)
        {
            case OutcomeKind.Completed:
                if (Invocation.HasCommit) await Invocation.Commit.CommitAsync(null, ct);
                file.Delete();
                break;
            case OutcomeKind.Rejected:
                File.Move(file.FullName, Path.ChangeExtension(file.FullName, ".rejected"));
                break;
        }

        source.GiveBack(file);
    }
}
