using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Worker.Grpc;

namespace AwardFlow.IntegrationTests.Durable;

/// <summary>Keeps what the orchestration service last sent to the worker of each instance: its whole history.</summary>
internal sealed class HistoryRecorder : Interceptor
{
    private readonly ConcurrentDictionary<string, OrchestratorRequest> _last = new(StringComparer.Ordinal);

    /// <summary>Every instance, sub-orchestrations among them, by the name of its orchestrator.</summary>
    public ILookup<string, OrchestratorRequest> Histories => _last.Values.ToLookup(NameOf, StringComparer.Ordinal);

    public OrchestratorRequest Of(string instanceId) => _last[instanceId];

    /// <summary>Runs an orchestrator over a history as the Functions worker does, and says what it would do next.</summary>
    public static IReadOnlyList<OrchestratorAction> Replay(OrchestratorRequest history, ITaskOrchestrator orchestrator) =>
        OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(
            GrpcOrchestrationRunner.LoadAndRun(Convert.ToBase64String(history.ToByteArray()), orchestrator))).Actions;

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var call = continuation(request, context);
        return new AsyncServerStreamingCall<TResponse>(
            new Reader<TResponse>(call.ResponseStream, this), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    private static string NameOf(OrchestratorRequest request) =>
        request.PastEvents.Concat(request.NewEvents).First(e => e.ExecutionStarted is not null).ExecutionStarted.Name;

    private sealed class Reader<T>(IAsyncStreamReader<T> inner, HistoryRecorder recorder) : IAsyncStreamReader<T>
    {
        public T Current => inner.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            var any = await inner.MoveNext(cancellationToken);
            if (any && Current is WorkItem { OrchestratorRequest: { } request })
            {
                recorder._last[request.InstanceId] = request;
            }
            return any;
        }
    }
}
