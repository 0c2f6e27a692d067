using Microsoft.DurableTask.Client;

namespace AwardFlow.Functions.Orchestrations;

/// <summary>Hands the client that the host gave to a function on to what is made for this call of it.</summary>
internal sealed class FunctionClient
{
    private DurableTaskClient? _client;

    /// <summary>The client.</summary>
    /// <exception cref="InvalidOperationException">The function binds none.</exception>
    public DurableTaskClient Client
    {
        get => _client
            ?? throw new InvalidOperationException(
                "This function binds no durable client. Give its method a parameter [DurableClient] DurableTaskClient, and pass it on.");
        set => _client = value;
    }
}
