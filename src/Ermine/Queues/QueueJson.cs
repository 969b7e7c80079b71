using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ermine.Queues;

/// <summary>How what an operator sees becomes JSON, without the app's own options having to know of it.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(QueueStatus[]))]
[JsonSerializable(typeof(QueueCount))]
[JsonSerializable(typeof(DeadLetter))]
[JsonSerializable(typeof(DeadLetter[]))]
[JsonSerializable(typeof(DeadLetterGroup[]))]
internal sealed partial class QueueJson : JsonSerializerContext;
