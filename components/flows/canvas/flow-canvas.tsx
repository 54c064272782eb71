"use client";
import "@xyflow/react/dist/style.css";
import { applyNodeChanges, Background, Controls, type Edge, MarkerType, ReactFlow } from "@xyflow/react";
import { useEffect, useMemo, useState } from "react";
import { exitsOf, type Problem } from "@/lib/flows/rules";
import type { FlowGraph } from "@/lib/flows/schema";
import { connect, removeStep } from "../draft/graph-edits";
import { layOut } from "./lay-out";
import { StepNode, type StepNodeType } from "./step-node";

type FlowCanvasProps = {
  graph: FlowGraph;
  problems: readonly Problem[];
  chosen: string | null;
  walkedTo: string | null;
  onChoose: (id: string | null) => void;
  onChange: (graph: FlowGraph) => void;
};

const nodeTypes = { step: StepNode };
const colours =
  "[--xy-background-color:var(--color-bg)] [--xy-background-pattern-dots-color-default:var(--color-line-strong)] " +
  "[--xy-edge-stroke-default:var(--color-muted)] [--xy-edge-stroke-selected-default:var(--color-accent)] " +
  "[--xy-controls-button-background-color-default:var(--color-panel)] [--xy-controls-button-color-default:var(--color-text)] " +
  "[--xy-controls-button-background-color-hover-default:var(--color-hover)] [--xy-controls-button-border-color-default:var(--color-line)] " +
  "[--xy-attribution-background-color-default:transparent]";

/** The drawing: steps are moved, lines drawn from dot to dot. Everything it does, the list beside it does by keyboard. */
export default function FlowCanvas({
  graph,
  problems,
  chosen,
  walkedTo,
  onChoose,
  onChange,
}: FlowCanvasProps) {
  const drawn = useMemo(
    () => nodesOf(graph, problems, chosen, walkedTo),
    [graph, problems, chosen, walkedTo],
  );
  const [nodes, setNodes] = useState(drawn);
  useEffect(() => {
    setNodes((old) => drawn.map((node) => ({ ...old.find(({ id }) => id === node.id), ...node })));
  }, [drawn]);
  const edges = useMemo(() => edgesOf(graph), [graph]);
  return (
    <div className={`h-full overflow-hidden rounded-card border border-line ${colours}`}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        fitView
        fitViewOptions={{ maxZoom: 1, padding: 0.15 }}
        minZoom={0.2}
        deleteKeyCode={["Delete", "Backspace"]}
        onNodesChange={(changes) => setNodes((old) => applyNodeChanges(changes, old))}
        onNodeClick={(_, { id }) => onChoose(id)}
        onPaneClick={() => onChoose(null)}
        onNodeDragStop={(_, { id, position }) =>
          onChange({
            ...graph,
            places: { ...graph.places, [id]: { x: Math.round(position.x), y: Math.round(position.y) } },
          })
        }
        onConnect={({ source, sourceHandle, target }) =>
          onChange(connect(graph, source, sourceHandle ?? "next", target))
        }
        onDelete={({ nodes: gone, edges: cut }) => {
          const left = gone.reduce((all, { id }) => removeStep(all, id), graph);
          onChange(
            cut.reduce(
              (all, { source, sourceHandle }) => connect(all, source, sourceHandle ?? "next", null),
              left,
            ),
          );
        }}
      >
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  );
}

function nodesOf(
  graph: FlowGraph,
  problems: readonly Problem[],
  chosen: string | null,
  walkedTo: string | null,
): StepNodeType[] {
  const places = layOut(graph);
  return Object.entries(graph.steps).map(([id, step]) => ({
    ...{ id, type: "step" as const, position: places[id] ?? { x: 0, y: 0 }, selected: id === chosen },
    data: {
      ...{ step, isStart: id === graph.start, isWalked: id === walkedTo },
      isWrong: problems.some(({ stepId, severity }) => stepId === id && severity === "error"),
    },
  }));
}

function edgesOf({ steps }: FlowGraph): Edge[] {
  return Object.entries(steps).flatMap(([source, step]) =>
    exitsOf(step).flatMap(({ field, to }) =>
      to === null || !steps[to]
        ? []
        : [
            {
              id: `${source}-${field}`,
              source,
              sourceHandle: field,
              target: to,
              markerEnd: { type: MarkerType.ArrowClosed },
            },
          ],
    ),
  );
}
