using System.Text.Json.Nodes;

namespace AwardFlow.Storage;

/// <summary>Knows how the rows of the table <c>deliveries</c>, in which earlier versions kept the delivery ledger, are kept today.</summary>
public interface IEarlierLedger
{
    /// <summary>The rows of today that stand for a cycle's earlier ones. From the same earlier rows follow the same, in the same order.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="rows">The earlier rows, in the order of their keys. Their members are in camelCase, their values as they were.</param>
    IAsyncEnumerable<(string Key, JsonObject Record)> Translate(string cycle, IAsyncEnumerable<(string Key, JsonObject Record)> rows);
}
