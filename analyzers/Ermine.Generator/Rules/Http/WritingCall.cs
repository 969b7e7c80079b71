using Ermine.Generator.Parsing;
using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Rules.Http;

/// <summary>A call that leaves something behind: a document, an event, a message.</summary>
internal static class WritingCall
{
    public const string Session = "Marten.IDocumentSession";

    private static readonly HashSet<string> OfSession = new(StringComparer.Ordinal)
    {
        "Store", "StoreObjects", "Insert", "InsertObjects", "Update", "UpdateExpectedVersion", "UpdateRevision", "TryUpdateRevision", "Delete", "DeleteObjects", "DeleteWhere",
        "HardDelete", "HardDeleteWhere", "UndoDeleteWhere", "Patch", "QueueSqlCommand", "QueueOperation", "SaveChanges", "SaveChangesAsync",
    };

    private static readonly HashSet<string> OfEvents = new(StringComparer.Ordinal)
    {
        "Append", "AppendOptimistic", "AppendExclusive", "StartStream", "ArchiveStream", "FetchForWriting", "WriteToAggregate",
    };

    /// <summary>What it writes to, as messages name it; null where the call writes nothing that is known.</summary>
    public static string? Of(IInvocationOperation call)
    {
        if (QueueSend.Of(call) is { } send) return $"the queue of '{send.Payload.Spoken()}'";
        if (Receiver(call) is not { } type) return null;
        if (IsSession(type) && OfSession.Contains(call.TargetMethod.Name)) return $"the database, by {call.TargetMethod.Name}";
        return type.Name.Contains("EventStore") && OfEvents.Contains(call.TargetMethod.Name) ? $"an event stream, by {call.TargetMethod.Name}" : null;
    }

    /// <summary>Whether documents can be stored through it.</summary>
    public static bool IsSession(ITypeSymbol type) => type.Implements(Session) || type.Implements("Marten.IDocumentOperations");

    private static ITypeSymbol? Receiver(IInvocationOperation call) =>
        call.Instance?.Type ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value.Type : null);
}
